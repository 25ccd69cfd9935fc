import { useMemo } from 'react'
import { PlayChaptersButton } from '../chapter-search/play-chapters-button.tsx'
import { useLibrary } from '../db/use-library.ts'
import { useSliced } from '../db/use-sliced.ts'
import { useShownEpisode } from '../shell/shown-episode.ts'
import { EpisodeList } from './episode-list.tsx'
import { type FilteredLibrary, filtering, type LibraryFilter } from './filter-library.ts'
import { useChosenTopics, useLibraryFilter } from './filter-store.ts'
import { LibraryHeader } from './library-header.tsx'
import styles from './library-view.module.css'
import { NoEpisodes } from './no-episodes.tsx'
import { TopicChips } from './topic-chips.tsx'

/** All episodes, or those of one podcast, newest first. */
export function LibraryView({ podcastSlug }: { podcastSlug: string | null }) {
  const shownEpisodeId = useShownEpisode((state) => state.episodeId)
  const filtered = useFiltered(podcastSlug)
  const { matching } = useLibraryFilter()
  const topics = useChosenTopics()
  return (
    <div className={styles.library}>
      <header className={styles.header}>
        <LibraryHeader podcastSlug={podcastSlug} filtered={filtered} />
        {filtered === null ? null : <TopicChips filtered={filtered} />}
        <PlayChaptersButton about={{ words: '', podcastSlug, topics, matching }} />
      </header>
      {filtered === null ? (
        <div className={styles.waiting} aria-busy="true" />
      ) : filtered.rows.length === 0 ? (
        <NoEpisodes total={filtered.total} podcastSlug={podcastSlug} />
      ) : (
        <EpisodeList
          key={positionKeyOf(filtered.filter)}
          positionKey={positionKeyOf(filtered.filter)}
          rows={filtered.rows}
          shownEpisodeId={shownEpisodeId}
        />
      )}
    </div>
  )
}

/** `null` until the library was read. */
function useFiltered(podcastSlug: string | null): FilteredLibrary | null {
  const library = useLibrary()
  const topics = useChosenTopics()
  const matching = useLibraryFilter((state) => state.matching)
  const filterLibrary = useMemo(
    () => filtering({ podcastSlug, topics, matching }),
    [podcastSlug, topics, matching],
  )
  const begin = useMemo(
    () => (library === undefined ? null : () => filterLibrary(library)),
    [library, filterLibrary],
  )
  return useSliced(begin)
}

/** Each choice has a list of its own, which begins at its top and is found again where it was left. */
function positionKeyOf({ podcastSlug, topics, matching }: LibraryFilter): string {
  return JSON.stringify([podcastSlug, topics, matching])
}
