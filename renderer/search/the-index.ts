import { create } from 'zustand'
import type { SearchQuery } from '../../shared/search/query.ts'
import { useDownloads } from '../downloads/store.ts'
import { reportFault } from '../shell/faults.ts'
import type { FoundEpisodes, IndexStatus, SearchAnswer, SearchLimits } from './search-answer.ts'
import { createSearchClient, type SearchClient } from './search-client.ts'
import { openSearchWorker } from './worker/open-worker.ts'

/** How far the index is, live: whoever shows an answer asks again when `revision` is another one. */
export const useIndexStatus = create<IndexStatus>(() => ({ isReady: false, behind: 0, revision: 0 }))

let client: SearchClient | null = null

/** Not while the app starts. */
const readAheadAfterMs = 4000

/** Has the index read before anybody asks, and kept in step with what a sync brings. */
export function readIndexAhead(): void {
  setTimeout(startIndex, readAheadAfterMs)
}

/** Opens the worker that holds the index, for whoever asks first. */
function startIndex(): SearchClient {
  if (client !== null) return client
  const begun = createSearchClient({
    open: openSearchWorker,
    status: (status) => useIndexStatus.setState(status),
    fault: reportFault,
  })
  client = begun
  const tell = (): void => {
    const downloads = useDownloads.getState().downloads ?? []
    begun.tellDownloaded(
      downloads.filter(({ state }) => state === 'complete').map(({ episodeId }) => episodeId),
    )
  }
  tell()
  useDownloads.subscribe(tell)
  return begun
}

/** A newer call for the same group, or for all groups, supersedes this one, which then answers `null`. */
export function search(query: SearchQuery, limits: SearchLimits): Promise<SearchAnswer | null> {
  return startIndex().search(query, limits)
}

/** The episodes that the filters leave and, if there are words, in which something matches; `episodesFound` lists them. */
export function episodesOf(query: SearchQuery): Promise<FoundEpisodes> {
  return startIndex().episodesOf(query)
}
