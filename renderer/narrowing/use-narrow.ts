import { useEffect, useMemo, useState } from 'react'
import { parseQuery } from '../../shared/search/parse-query.ts'
import type { SearchFilter, SearchQuery } from '../../shared/search/query.ts'
import { type ByPodcast, growByPodcast } from '../db/by-podcast.ts'
import type { EpisodeStates } from '../db/live-states.ts'
import { listPodcasts } from '../db/podcasts.ts'
import { useTopicNames } from '../db/use-library.ts'
import { useLive } from '../db/use-live.ts'
import { useStates } from '../db/use-states.ts'
import { useDownloads } from '../downloads/store.ts'
import { episodesOf, useIndexStatus } from '../search/the-index.ts'
import { reportFault } from '../shell/faults.ts'
import { useToday } from '../tracker/today.ts'
import { foundKey, type Surroundings } from './narrow-shelf.ts'
import { type Narrow, narrowing } from './narrowing.ts'

const noStates: EpisodeStates = { heard: new Map(), notes: new Map(), queued: new Map() }
const noPodcasts: Surroundings['podcasts'] = []

/** What a query leaves of shelves, live; `null` until all that it asks about is known. */
export function useNarrow(text: string): Narrow | null {
  // `30d` means other days tomorrow.
  const today = useToday()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the day is what the text is read on.
  const query = useMemo(() => parseQuery(text, Date.now()).query, [text, today])
  const { filters } = query
  const rest = useMemo(() => restOf(query), [query])
  const states = useStates(filters.some(asksForStates))
  const names = useTopicNames()
  const podcasts = usePodcasts(filters.some(({ by }) => by === 'podcast'))
  const downloaded = useDownloaded()
  const found = useFound(rest)
  const narrowBy = useMemo(() => narrowing(filters), [filters])
  return useMemo(() => {
    const areStatesKnown = states !== undefined || !filters.some(asksForStates)
    if (!areStatesKnown || podcasts === undefined || found === 'asked') return null
    return narrowBy({ podcasts, names, states: states ?? noStates, downloaded, found })
  }, [narrowBy, filters, states, podcasts, names, downloaded, found])
}

function asksForStates(filter: SearchFilter): boolean {
  return filter.by === 'is' || filter.by === 'tag' || (filter.by === 'has' && filter.what === 'notes')
}

/** What shelves cannot answer: words, and parts of an episode that stand on none. `null` when there is nothing of it. */
function restOf({ terms, filters }: SearchQuery): SearchQuery | null {
  const parts = filters.filter(
    (filter) => filter.by === 'has' && (filter.what === 'chapters' || filter.what === 'transcript'),
  )
  return terms.length === 0 && parts.length === 0 ? null : { terms, filters: parts }
}

function useFound(rest: SearchQuery | null): Surroundings['found'] | 'asked' {
  const [answer, setAnswer] = useState<{ rest: SearchQuery; found: Surroundings['found'] } | null>(null)
  const revision = useIndexStatus((status) => (rest === null ? 0 : status.revision))

  // biome-ignore lint/correctness/useExhaustiveDependencies: another revision is another answer.
  useEffect(() => {
    if (rest === null) return
    let isWanted = true
    void episodesOf(rest).then(({ shelves }) => {
      const found = new Map(
        shelves.map(
          ({ podcastSlug, shelf, positions }) => [foundKey(podcastSlug, shelf), positions] as const,
        ),
      )
      if (isWanted) setAnswer({ rest, found })
    }, reportFault)
    return () => {
      isWanted = false
    }
  }, [rest, revision])

  if (rest === null) return null
  return answer?.rest === rest ? answer.found : 'asked'
}

/** At once where nobody asks: a list without filters does not wait for it. */
function usePodcasts(isAsked: boolean): Surroundings['podcasts'] | undefined {
  const podcasts = useLive(async () => (isAsked ? listPodcasts() : noPodcasts), [isAsked])
  if (!isAsked) return noPodcasts
  // What was answered while nobody asked is no answer.
  return podcasts === noPodcasts ? undefined : podcasts
}

function useDownloaded(): ByPodcast<true> {
  const downloads = useDownloads((state) => state.downloads)
  // Progress is told many times a second, and changes which are complete only at an end.
  const ids = useMemo(
    () =>
      (downloads ?? [])
        .filter(({ state }) => state === 'complete')
        .map(({ episodeId }) => episodeId)
        .toSorted()
        .join('\n'),
    [downloads],
  )
  return useMemo(() => {
    const complete = new Set(ids.split('\n'))
    const grown = growByPodcast<true>()
    for (const { episodeId } of useDownloads.getState().downloads ?? []) {
      if (complete.has(episodeId)) grown.set(episodeId, true)
    }
    return grown.taken()
  }, [ids])
}
