import type { EpisodeId } from '../../shared/models/identity.ts'
import { database } from './database.ts'
import type { QueueRow } from './rows.ts'

export async function queueRows(): Promise<QueueRow[]> {
  return database.queue.orderBy('position').toArray()
}

/** At the end; one that is in the queue keeps its place. */
export async function addToQueue(episodeId: EpisodeId): Promise<void> {
  await reorder((ids) => (ids.includes(episodeId) ? ids : [...ids, episodeId]))
}

/** At the front, also one that was further behind. */
export async function addNext(episodeId: EpisodeId): Promise<void> {
  await reorder((ids) => [episodeId, ...without(ids, episodeId)])
}

export async function removeFromQueue(episodeId: EpisodeId): Promise<void> {
  await database.queue.delete(episodeId)
}

/** `toIndex` counts from 0 in the queue without the moved one; past an end means that end. */
export async function moveInQueue(episodeId: EpisodeId, toIndex: number): Promise<void> {
  await reorder((ids) =>
    ids.includes(episodeId) ? without(ids, episodeId).toSpliced(Math.max(0, toIndex), 0, episodeId) : ids,
  )
}

async function reorder(next: (ids: EpisodeId[]) => EpisodeId[]): Promise<void> {
  await database.transaction('rw', database.queue, async () => {
    const rows = await queueRows()
    const ids = next(rows.map((row) => row.episodeId))
    await database.queue.bulkPut(ids.map((episodeId, position) => ({ episodeId, position })))
  })
}

function without(ids: readonly EpisodeId[], episodeId: EpisodeId): EpisodeId[] {
  return ids.filter((id) => id !== episodeId)
}
