import { vi } from 'vitest'
import type { FoundEpisodes, IndexStatus, SearchAnswer } from '../../../../renderer/search/search-answer.ts'
import type { Asked, FromWorker } from '../../../../renderer/search/worker/messages.ts'
import { serveSearch } from '../../../../renderer/search/worker/serve-search.ts'
import { parseQuery } from '../../../../shared/search/parse-query.ts'
import type { SearchQuery } from '../../../../shared/search/query.ts'

type Served = {
  search: (query: SearchQuery, perGroup?: number) => Promise<SearchAnswer>
  searchText: (text: string) => Promise<SearchAnswer>
  episodes: (query: SearchQuery) => Promise<FoundEpisodes>
  stop: () => void
  status: () => IndexStatus | null
  /** Until it knows the words of all episodes. */
  untilCurrent: () => Promise<void>
}

/** What the worker does, in this process, over the database as it is. */
export function served(parts: Partial<Parameters<typeof serveSearch>[1]> = {}): Served {
  const answers = new Map<number, (answer: SearchAnswer & FoundEpisodes) => void>()
  let status: IndexStatus | null = null
  let number = 0
  const { hear, stop } = serveSearch(
    (message: FromWorker) => {
      if (message.kind === 'fault') throw message.fault
      if (message.kind === 'status') status = message.status
      if (message.kind === 'answer')
        answers.get(message.number)?.(message.answer as SearchAnswer & FoundEpisodes)
    },
    { stored: Promise.resolve([]), keep: async () => {}, ...parts },
  )

  function ask(asked: Asked): Promise<SearchAnswer & FoundEpisodes> {
    number += 1
    return new Promise((resolve) => {
      answers.set(number, resolve)
      hear({ kind: 'ask', number, asked })
    })
  }

  const search = (query: SearchQuery, perGroup = 10_000): Promise<SearchAnswer> =>
    ask({ name: 'search', input: { query, limits: { perGroup } } })
  return {
    search,
    searchText: (text) => search(parseQuery(text, 0).query, 50),
    episodes: (query) => ask({ name: 'episodes', input: { query } }),
    stop,
    status: () => status,
    untilCurrent: () =>
      vi.waitFor(() => {
        if (status?.isReady !== true || status.behind > 0) throw new Error('It is not there yet.')
      }, 10_000),
  }
}

export const hitsOf = ({ groups }: SearchAnswer): string[] =>
  groups
    .flatMap(({ hits }) => hits.map(({ group, episodeId, item }) => `${group} ${episodeId} ${item}`))
    .sort()
