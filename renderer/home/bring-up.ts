import type { KeptChange } from '../../shared/kept/change.ts'
import type { HomePage } from '../../shared/kept/home.ts'
import { rowName } from '../../shared/kept/merge.ts'
import { type Result, success } from '../../shared/result.ts'
import { mergeChanges, nothingMerged } from '../db/merge-changes.ts'
import type { KeptTable } from '../db/rows.ts'
import { changesBeside } from '../db/stored-changes.ts'
import { addUnsent } from '../db/unsent.ts'

/** Reads what the second home holds: what came after an entry, or with `null` all of it. */
export type ReadHome = (after: number | null, cursor: string | null) => Promise<Result<HomePage>>

export type BroughtUp = {
  /** The second home's entry up to which the database holds everything now. */
  number: number
  /** How many rows of a kind the database did not have, or had as they were earlier. */
  missing: ReadonlyMap<KeptTable, number>
  older: ReadonlyMap<KeptTable, number>
  /** How many it still had that were deleted. */
  deleted: number
  /** How many are of no use to this version; they stay in the second home. */
  notUnderstood: number
  /** How many the second home did not have as they are here; they are on their way to it. */
  sent: number
}

/**
 * Brings the database up to what the second home holds after an entry. With `null` the whole of both is compared, row by
 * row, and what the second home lacks is sent to it. A page at a time is in memory, and of all rows their names.
 */
export async function bringUp(read: ReadHome, after: number | null): Promise<Result<BroughtUp>> {
  const merged = nothingMerged()
  const names = new Set<string>()
  let cursor: string | null = null
  let number = Number.POSITIVE_INFINITY
  do {
    const page = await read(after, cursor)
    if (!page.ok) return page
    await mergeChanges(page.value.changes, merged)
    for (const change of page.value.changes) names.add(rowName(change))
    cursor = page.value.next
    number = Math.min(number, page.value.number)
  } while (cursor !== null)
  const sent = after === null ? await sendLacking(names, merged.laterHere) : 0
  const { missing, older, deleted } = merged
  return success({ number, missing, older, deleted, notUnderstood: merged.notUnderstood.length, sent })
}

async function sendLacking(names: ReadonlySet<string>, laterHere: KeptChange[]): Promise<number> {
  let sent = 0
  const send = async (changes: KeptChange[]): Promise<void> => {
    if (changes.length > 0) await addUnsent(changes)
    sent += changes.length
  }
  await send(laterHere)
  for await (const changes of changesBeside(names)) await send(changes)
  return sent
}
