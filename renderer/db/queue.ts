import type { EpisodeId } from '../../shared/models/identity.ts'
import { database } from './database.ts'
import type { QueueRow } from './rows.ts'

export async function queueRows(): Promise<QueueRow[]> {
  return database.queue.orderBy('position').toArray()
}

/** At the end; one that is in the queue keeps its place. */
export async function addToQueue(episodeId: EpisodeId): Promise<void> {
  await reorder((rows) => (has(rows, episodeId) ? rows : [...rows, newRow(episodeId)]))
}

/** At the front, also one that was further behind. */
export async function addNext(episodeId: EpisodeId): Promise<void> {
  await reorder((rows) => [
    rows.find((row) => row.episodeId === episodeId) ?? newRow(episodeId),
    ...without(rows, episodeId),
  ])
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

function has(rows: readonly QueueRow[], episodeId: EpisodeId): boolean {
  return rows.some((row) => row.episodeId === episodeId)
}

function without(rows: readonly QueueRow[], episodeId: EpisodeId): QueueRow[] {
  return rows.filter((row) => row.episodeId !== episodeId)
}
