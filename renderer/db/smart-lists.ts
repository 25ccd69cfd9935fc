import { v7 as uuidV7 } from 'uuid'
import { database } from './database.ts'
import type { SmartListRow, Stamped } from './rows.ts'

/** In their order. */
export async function listSmartLists(): Promise<Stamped<SmartListRow>[]> {
  const rows = await database.smartLists.toArray()
  return rows.sort((one, other) => one.position - other.position || (one.id < other.id ? -1 : 1))
}

export async function smartListById(id: string): Promise<SmartListRow | undefined> {
  return database.smartLists.get(id)
}

/** The last of them. */
export async function addSmartList(name: string, query: string): Promise<string> {
  const id = uuidV7()
  await database.transaction('rw', database.smartLists, async () => {
    const last = (await listSmartLists()).at(-1)
    await database.smartLists.put({ id, name, query, position: (last?.position ?? 0) + 1 })
  })
  return id
}

export async function changeSmartList(
  id: string,
  change: Partial<Pick<SmartListRow, 'name' | 'query'>>,
): Promise<void> {
  await database.smartLists.update(id, change)
}

/** Takes it away and returns it as it was. */
export async function removeSmartList(id: string): Promise<SmartListRow | null> {
  return database.transaction('rw', database.smartLists, async () => {
    const row = await database.smartLists.get(id)
    await database.smartLists.delete(id)
    return row ?? null
  })
}

/** One that was taken away, as it was; newer than its removal. */
export async function putBackSmartList({ id, name, query, position, ...rest }: SmartListRow): Promise<void> {
  const { createdAt: _, updatedAt: __, ...more } = { createdAt: '', updatedAt: '', ...rest }
  await database.smartLists.put({ ...more, id, name, query, position })
}

/** By one place; only its own row is written, between those around its new place. */
export async function moveSmartList(id: string, way: 'up' | 'down'): Promise<void> {
  await database.transaction('rw', database.smartLists, async () => {
    const lists = await listSmartLists()
    const at = lists.findIndex((list) => list.id === id)
    const list = lists[at]
    const others = lists.filter((other) => other.id !== id)
    const to = way === 'up' ? at - 1 : at + 1
    if (list === undefined || to < 0 || to > others.length) return
    const [before, after] = [others[to - 1]?.position, others[to]?.position]
    const isTight = before !== undefined && before === after
    if (!isTight) {
      await database.smartLists.update(id, { position: between(before, after) })
      return
    }
    // Two computers gave the same place to both.
    const ordered = others.toSpliced(to, 0, list)
    for (const [index, each] of ordered.entries())
      await database.smartLists.update(each.id, { position: index + 1 })
  })
}

function between(before: number | undefined, after: number | undefined): number {
  if (before === undefined) return (after ?? 1) - 1
  return after === undefined ? before + 1 : (before + after) / 2
}
