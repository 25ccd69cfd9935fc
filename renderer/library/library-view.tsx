import { useRef } from 'react'
import { PlayChaptersButton } from '../chapter-search/play-chapters-button.tsx'
import { useShownEpisode } from '../shell/shown-episode.ts'
import { EpisodeList } from './episode-list.tsx'
import { FilterBar } from './filter-bar.tsx'
import { useChosenTopics, useLibraryFilter } from './filter-store.ts'
import { LibraryHeader } from './library-header.tsx'
import styles from './library-view.module.css'
import { libraryKey } from './list-places.ts'
import { NoEpisodes } from './no-episodes.tsx'
import { TopicChips } from './topic-chips.tsx'
import { useFocusKept } from './use-focus-kept.ts'
import { useNarrowed } from './use-narrowed.ts'

/** All episodes, or those of one podcast, newest first. */
export function LibraryView({ podcastSlug }: { podcastSlug: string | null }) {
  const shownEpisodeId = useShownEpisode((state) => state.episodeId)
  const { matching, query } = useLibraryFilter()
  const topics = useChosenTopics()
  const filtered = useNarrowed({ podcastSlug, topics, matching, query })
  const library = useRef<HTMLDivElement>(null)
  useFocusKept(library)
  return (
    <div ref={library} className={styles.library}>
      <header className={styles.header}>
        <LibraryHeader podcastSlug={podcastSlug} filtered={filtered} />
        {filtered === null ? null : <TopicChips filtered={filtered} />}
        {filtered === null || filtered.total === 0 ? null : <FilterBar podcastSlug={podcastSlug} />}
        <PlayChaptersButton about={{ words: '', podcastSlug, topics, matching }} />
      </header>
      {filtered === null ? (
        <div className={styles.waiting} aria-busy="true" />
      ) : filtered.rows.length === 0 ? (
        <NoEpisodes total={filtered.total} podcastSlug={podcastSlug} />
      ) : (
        <EpisodeList
          positionKey={libraryKey(filtered.filter)}
          rows={filtered.rows}
          shownEpisodeId={shownEpisodeId}
        />
      )}
    </div>
  )
}
