import { useDeferredValue, useMemo } from 'react'
import { allListening } from '../db/listening.ts'
import { useEpisodeRows } from '../db/use-episode-rows.ts'
import { useLive } from '../db/use-live.ts'
import { foldedWords } from '../search/fold.ts'
import { useShownEpisode } from '../shell/shown-episode.ts'
import { EpisodeList } from './episode-list.tsx'
import { filterLibrary, type LibraryFilter } from './filter-library.ts'
import { useLibraryFilter } from './filter-store.ts'
import { LibraryHeader } from './library-header.tsx'
import { indexLibrary } from './library-index.ts'
import styles from './library-view.module.css'
import { NoEpisodes } from './no-episodes.tsx'
import { TopicChips } from './topic-chips.tsx'

const noListening: Awaited<ReturnType<typeof allListening>> = new Map()

/** All episodes, or those of one podcast, newest first. */
export function LibraryView({ podcastSlug }: { podcastSlug: string | null }) {
  const rows = useEpisodeRows()
  const listening = useLive(allListening, []) ?? noListening
  const shownEpisodeId = useShownEpisode((state) => state.episodeId)
  const filter = useFilter(podcastSlug)
  const index = useMemo(() => (rows === undefined ? null : indexLibrary(rows)), [rows])
  const filtered = useMemo(() => (index === null ? null : filterLibrary(index, filter)), [index, filter])

  return (
    <div className={styles.library}>
      <header className={styles.header}>
        <LibraryHeader podcastSlug={podcastSlug} filtered={filtered} />
        {filtered === null ? null : <TopicChips filtered={filtered} />}
      </header>
      {filtered === null ? (
        <div className={styles.waiting} aria-busy="true" />
      ) : filtered.rows.length === 0 ? (
        <NoEpisodes total={filtered.total} podcastSlug={podcastSlug} />
      ) : (
        <EpisodeList
          key={positionKeyOf(filter)}
          positionKey={positionKeyOf(filter)}
          rows={filtered.rows}
          listening={listening}
          shownEpisodeId={shownEpisodeId}
        />
      )}
    </div>
  )
}

/** What is typed leads the list by a moment, so that no key waits for 50,000 rows. */
function useFilter(podcastSlug: string | null): LibraryFilter {
  const typed = useLibraryFilter((state) => state.words)
  const topics = useLibraryFilter((state) => state.topics)
  const matching = useLibraryFilter((state) => state.matching)
  const words = useDeferredValue(typed)
  return useMemo(
    () => ({ podcastSlug, words: foldedWords(words), topics, matching }),
    [podcastSlug, words, topics, matching],
  )
}

/** Each choice has a list of its own, which begins at its top and is found again where it was left. */
function positionKeyOf({ podcastSlug, words, topics, matching }: LibraryFilter): string {
  return JSON.stringify([podcastSlug, words, topics, matching])
}
