import type { EpisodeId } from '../../shared/models/identity.ts'
import { database } from './database.ts'
import { joinedParts, leftToPlay, type QueuedPart } from './queue-chapters.ts'
import type { QueueRow } from './rows.ts'

export async function queueRows(): Promise<QueueRow[]> {
  return database.queue.orderBy('position').toArray()
}

export type QueueWish = { episodeId: EpisodeId; part: QueuedPart }

/** All of it, at the end; one that is in the queue keeps its place. */
export async function addToQueue(episodeId: EpisodeId): Promise<void> {
  await addAtEnd([{ episodeId, part: null }])
}

/** In their order. What is there already keeps its place, and has what was asked for as well. */
export async function addAtEnd(wishes: readonly QueueWish[]): Promise<void> {
  await reorder((rows) => {
    const known = rows.map((row) => rowWith(row, partWished(wishes, row)))
    const added = wishes.filter(({ episodeId }) => !has(rows, episodeId))
    return [...known, ...added.map(({ episodeId, part }) => rowWith(newRow(episodeId), part))]
  })
}

/** In their order. What is there already comes to the front too, except for what waits there whole: that keeps its place. */
export async function addInFront(wishes: readonly QueueWish[]): Promise<void> {
  await reorder((rows) => {
    const front = wishes.flatMap(({ episodeId, part }) => {
      const known = rows.find((row) => row.episodeId === episodeId)
      if (known === undefined) return [rowWith(newRow(episodeId), part)]
      const waitsWhole = known.chapters === undefined && part !== null
      return waitsWhole ? [] : [rowWith(known, joinedParts(known.chapters ?? null, part))]
    })
    return [...front, ...rows.filter(({ episodeId }) => !has(front, episodeId))]
  })
}

/** What was played of an episode leaves; what else of it waits there stays. */
export async function takePlayedOut(episodeId: EpisodeId, played: QueuedPart): Promise<void> {
  await database.transaction('rw', database.queue, async () => {
    const row = await database.queue.get(episodeId)
    if (row === undefined) return
    const left = leftToPlay(row.chapters ?? null, played)
    if (left === 'nothing') await database.queue.delete(episodeId)
    else await database.queue.put(rowWith(row, left))
  })
}

export async function removeFromQueue(episodeId: EpisodeId): Promise<void> {
  await database.queue.delete(episodeId)
}

/**
 * To before the first of `followers` that is in the queue, else to its end: whatever came or left meanwhile, it lands where the
 * person saw it land. One that left meanwhile does not come back.
 */
export async function moveInQueue(episodeId: EpisodeId, followers: readonly EpisodeId[]): Promise<void> {
  await reorder((rows) => {
    const moved = rows.find((row) => row.episodeId === episodeId)
    return moved === undefined ? rows : placed(moved, without(rows, episodeId), followers)
  })
}

/** One that was taken out, in again as it was, before the first of `followers` that is there. */
export async function putBackInQueue(row: QueueRow, followers: readonly EpisodeId[]): Promise<void> {
  await reorder((rows) => (has(rows, row.episodeId) ? rows : placed(row, rows, followers)))
}

/** What else is in a row stays in it, also what a newer version put there. */
async function reorder(next: (rows: QueueRow[]) => QueueRow[]): Promise<void> {
  await database.transaction('rw', database.queue, async () => {
    const rows = next(await queueRows())
    await database.queue.bulkPut(rows.map((row, position) => ({ ...row, position })))
  })
}

function placed(row: QueueRow, others: readonly QueueRow[], followers: readonly EpisodeId[]): QueueRow[] {
  const ids = others.map(({ episodeId }) => episodeId)
  const follower = followers.find((id) => ids.includes(id))
  return others.toSpliced(follower === undefined ? ids.length : ids.indexOf(follower), 0, row)
}

function newRow(episodeId: EpisodeId): QueueRow {
  return { episodeId, position: 0 }
}

function partWished(wishes: readonly QueueWish[], { episodeId, chapters: waiting }: QueueRow): QueuedPart {
  const chapters = waiting ?? null
  const wish = wishes.find((each) => each.episodeId === episodeId)
  return wish === undefined ? chapters : joinedParts(chapters, wish.part)
}

function rowWith({ chapters: _, ...row }: QueueRow, part: QueuedPart): QueueRow {
  return part === null ? row : { ...row, chapters: [...part] }
}

function has(rows: readonly QueueRow[], episodeId: EpisodeId): boolean {
  return rows.some((row) => row.episodeId === episodeId)
}

function without(rows: readonly QueueRow[], episodeId: EpisodeId): QueueRow[] {
  return rows.filter((row) => row.episodeId !== episodeId)
}

/** What came since leaves, and what was there before stands as it did, unless it left meanwhile. */
export async function takeBackAdded(before: readonly QueueRow[], added: readonly EpisodeId[]): Promise<void> {
  await database.transaction('rw', database.queue, async () => {
    const wasThere = new Set(before.map(({ episodeId }) => episodeId))
    await database.queue.bulkDelete(added.filter((id) => !wasThere.has(id)))
    await reorder((rows) => [
      ...before.filter(({ episodeId }) => has(rows, episodeId)),
      ...rows.filter(({ episodeId }) => !wasThere.has(episodeId)),
    ])
  })
}
