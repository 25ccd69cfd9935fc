import type { EpisodeRow } from '../db/rows.ts'
import { TimeText } from '../elements/time-text.tsx'
import { toggleTopic, useLibraryFilter } from '../library/filter-store.ts'
import { goTo, goToPodcast } from '../shell/open.ts'
import styles from './episode-header.module.css'
import { processingText, publishedText } from './episode-words.ts'

/** Title, where it is from, when, how long, and what it is about. */
export function EpisodeHeader({ row, titleId }: { row: EpisodeRow; titleId: string }) {
  const published = publishedText(row.publishedAtMs)
  const processing = processingText(row.processingState)
  return (
    <header className={styles.header}>
      <h1 id={titleId} className={styles.title} dir="auto">
        {row.title}
      </h1>
      <p className={styles.meta}>
        <button type="button" className={styles.podcast} onClick={() => goToPodcast(row.podcastSlug)}>
          {row.podcastTitle}
        </button>
        {published === null ? null : <span>{published}</span>}
        {row.durationSeconds === null ? null : <TimeText seconds={row.durationSeconds} />}
      </p>
      {row.topics.length === 0 ? null : <FiledUnder topics={row.topics} />}
      {processing === null ? null : (
        <p className={styles.processing}>
          {processing} What it has of it so far is below; a transcript can be requested, and you can listen
          and write notes all the same.
        </p>
      )}
    </header>
  )
}

/** The episode's topics; each also filters the library. */
function FiledUnder({ topics }: { topics: readonly string[] }) {
  const chosen = useLibraryFilter((state) => state.topics)

  function choose(topic: string): void {
    toggleTopic(topic)
    if (!chosen.includes(topic)) goTo('library')
  }

  return (
    <ul aria-label="Filed under" className={styles.topics}>
      {topics.map((topic) => (
        <li key={topic}>
          <button
            type="button"
            className={styles.topic}
            aria-pressed={chosen.includes(topic)}
            title={chosen.includes(topic) ? 'Stop filtering by this topic' : 'Show episodes with this topic'}
            onClick={() => choose(topic)}
          >
            {topic}
          </button>
        </li>
      ))}
    </ul>
  )
}
