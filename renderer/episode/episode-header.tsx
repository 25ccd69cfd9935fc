import { ExternalLink, FileText } from 'lucide-react'
import { shownTopics } from '../../shared/topics/topic-names.ts'
import { call } from '../bridge.ts'
import type { EpisodeDetailsRow, EpisodeRow } from '../db/rows.ts'
import { useTopicNames } from '../db/use-library.ts'
import { openDossier } from '../dossier/open-dossier.ts'
import { TimeText } from '../elements/time-text.tsx'
import { toggleTopic, useChosenTopics } from '../library/filter-store.ts'
import { notify } from '../shell/notice.ts'
import { goTo, goToPodcast } from '../shell/open.ts'
import styles from './episode-header.module.css'
import { processingText, publishedText, withdrawnText } from './episode-words.ts'

type EpisodeHeaderProps = { row: EpisodeRow; details: EpisodeDetailsRow | null; titleId: string }

/** Title, where it is from, when, how long, and what it is about. */
export function EpisodeHeader({ row, details, titleId }: EpisodeHeaderProps) {
  const published = publishedText(row.publishedAtMs)
  const processing = processingText(row.processingState, details)
  const withdrawn = withdrawnText(row.withdrawnAt)
  const canonicalUrl = details?.canonicalUrl ?? null
  return (
    <header className={styles.header}>
      <h1 id={titleId} className={styles.title} dir="auto">
        {row.title}
      </h1>
      <p className={styles.meta}>
        <button type="button" className={styles.link} dir="auto" onClick={() => goToPodcast(row.podcastSlug)}>
          {row.podcastTitle}
        </button>
        {published === null ? null : <span>{published}</span>}
        {row.durationSeconds === null ? null : <TimeText seconds={row.durationSeconds} />}
        {canonicalUrl === null ? null : (
          <span>
            <button
              type="button"
              className={styles.outside}
              title={canonicalUrl}
              onClick={() => void openOutside(canonicalUrl)}
            >
              Publisher’s page <ExternalLink size={12} aria-hidden="true" />
            </button>
          </span>
        )}
      </p>
      {row.topics.length === 0 ? null : <FiledUnder topics={row.topics} />}
      {withdrawn === null ? null : <p className={styles.processing}>{withdrawn}</p>}
      {processing === null ? null : <p className={styles.processing}>{processing}</p>}
    </header>
  )
}

async function openOutside(url: string): Promise<void> {
  const opened = await call('app.open-outside', { url })
  if (!opened.ok) notify({ text: opened.problem.message, tone: 'failure' })
}

/** The episode's topics; each also filters the library, and leads to its dossier. */
function FiledUnder({ topics }: { topics: readonly string[] }) {
  const chosen = useChosenTopics()
  const names = useTopicNames()
  const shown = shownTopics(topics, names).filter((topic) => !names.isHidden(topic))

  function choose(topic: string): void {
    toggleTopic(topic)
    if (!chosen.includes(topic)) goTo('library')
  }

  if (shown.length === 0) return null
  return (
    <ul aria-label="Filed under" className={styles.topics}>
      {shown.map((topic) => (
        <li key={topic} className={styles.filed}>
          <button
            type="button"
            className={styles.topic}
            aria-pressed={chosen.includes(topic)}
            title={chosen.includes(topic) ? 'Stop filtering by this topic' : 'Show episodes with this topic'}
            onClick={() => choose(topic)}
          >
            {topic}
          </button>
          <button
            type="button"
            className={styles.dossier}
            aria-label={`Dossier on ${topic}`}
            title="Everything on this topic"
            onClick={() => openDossier(topic)}
          >
            <FileText size={12} aria-hidden="true" />
          </button>
        </li>
      ))}
    </ul>
  )
}
