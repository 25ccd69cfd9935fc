import type { EpisodeId } from '../../shared/models/identity.ts'
import { type Coalesced, coalesced } from './coalesced.ts'
import { database } from './database.ts'
import { followRows } from './follow-rows.ts'
import type { ListeningRow } from './rows.ts'

const rowsAtOnce = 200

/**
 * Where the person is in every episode, live. The player writes one row every few seconds, and only that one is read
 * again; the map stays the same one, and so does the row of every other episode.
 */
export function liveListening(): Coalesced<ReadonlyMap<EpisodeId, ListeningRow>> {
  const stored = followRows(database.listening, rowsAtOnce)
  const rows = new Map<EpisodeId, ListeningRow>()

  async function read(): Promise<ReadonlyMap<EpisodeId, ListeningRow>> {
    await stored.catchUp((episodeId, row) => {
      if (row === undefined) rows.delete(episodeId)
      else rows.set(episodeId, row)
    })
    return rows
  }

  return coalesced(read, stored.onChange, 0)
}
