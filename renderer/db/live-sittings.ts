import type { PlayedSitting } from '../../shared/models/heard.ts'
import { type Coalesced, coalesced } from './coalesced.ts'
import { database } from './database.ts'
import { followRows } from './follow-rows.ts'

const rowsAtOnce = 500

/** The player writes one every few seconds; figures need not follow each. */
const leastMsBetweenReads = 5000

/** What was heard in every sitting there was, live. */
export function liveSittings(): Coalesced<readonly PlayedSitting[]> {
  const stored = followRows(database.heard, rowsAtOnce)
  const sittings = new Map<string, PlayedSitting>()

  async function read(): Promise<readonly PlayedSitting[]> {
    await stored.catchUp((id, piece) => {
      if (piece?.how === 'played') sittings.set(id, piece)
      else sittings.delete(id)
    })
    return [...sittings.values()]
  }

  return coalesced(read, stored.onChange, leastMsBetweenReads)
}
