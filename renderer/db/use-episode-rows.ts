import { useSyncExternalStore } from 'react'
import { coalesced } from './coalesced.ts'
import { listEpisodeRows } from './episodes.ts'
import type { EpisodeRow } from './rows.ts'

/** A sync commits many pages a second; a list that a person reads need not follow each of them. */
const leastMsBetweenReads = 1000

const episodeRows = coalesced(listEpisodeRows, ['shelves', 'podcasts'], leastMsBetweenReads)

/**
 * `listEpisodeRows`, live, for any number of components at the price of one read: at once, then at most once a
 * second while rows keep changing. `undefined` until the first answer.
 */
export function useEpisodeRows(): EpisodeRow[] | undefined {
  return useSyncExternalStore(episodeRows.subscribe, episodeRows.latest)
}
