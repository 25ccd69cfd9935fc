import type { EpisodeId } from '../../shared/models/identity.ts'
import { type Coalesced, coalesced } from './coalesced.ts'
import { database } from './database.ts'
import { followRows } from './follow-rows.ts'

const rowsAtOnce = 200

/** By how much every episode is shifted, live; of those that are not, none is in it. */
export function liveOffsets(): Coalesced<ReadonlyMap<EpisodeId, number>> {
  const stored = followRows(database.offsets, rowsAtOnce)
  const offsets = new Map<EpisodeId, number>()

  async function read(): Promise<ReadonlyMap<EpisodeId, number>> {
    await stored.catchUp((episodeId, row) => {
      if (row === undefined) offsets.delete(episodeId)
      else offsets.set(episodeId, row.offsetSeconds)
    })
    return offsets
  }

  return coalesced(read, stored.onChange, 0)
}
