import { Plus } from 'lucide-react'
import { memo, useId } from 'react'
import { Link, useLocation } from 'wouter'
import { listPodcasts } from '../db/podcasts.ts'
import type { PodcastRow } from '../db/rows.ts'
import { useLive } from '../db/use-live.ts'
import { useSyncProblems } from '../db/use-sync-problems.ts'
import { classNames } from '../elements/class-names.ts'
import { useNow } from '../elements/use-now.ts'
import { PodcastMenu } from '../podcasts/podcast-menu.tsx'
import { PodcastSquare } from '../podcasts/podcast-square.tsx'
import { scheduleLine } from '../podcasts/schedule-words.ts'
import { progressText, SyncProgressBar } from '../podcasts/sync-progress-bar.tsx'
import { progressOf, useSyncProgress } from '../sync/progress.ts'
import { scheduleOf, useSchedule } from '../sync/schedule-store.ts'
import { showFront } from './front-pane.ts'
import styles from './navigation.module.css'
import { openDialog } from './open-dialog.ts'

export function PodcastsSection({ narrow }: { narrow: boolean }) {
  const headingId = useId()
  const podcasts = useLive(listPodcasts, [])
  const problems = useSyncProblems()
  const nowMs = useNow()
  return (
    <nav aria-labelledby={headingId} className={styles.podcasts}>
      <h2 id={headingId} className={styles.heading}>
        Podcasts
      </h2>
      <ul className={styles.podcastList}>
        {podcasts?.map((podcast) => (
          <PodcastItem
            key={podcast.slug}
            podcast={podcast}
            problem={problems?.get(podcast.slug) ?? null}
            nowMs={nowMs}
          />
        ))}
      </ul>
      <button
        type="button"
        className={classNames(styles.link, styles.add)}
        title={narrow ? 'Add podcast' : undefined}
        onClick={() => openDialog({ kind: 'add-podcast' })}
      >
        <Plus size={16} aria-hidden="true" />
        <span className={styles.name}>Add podcast</span>
      </button>
    </nav>
  )
}

type PodcastItemProps = { podcast: PodcastRow; problem: string | null; nowMs: number }

const PodcastItem = memo(function PodcastItem({ podcast, problem, nowMs }: PodcastItemProps) {
  const [location] = useLocation()
  const progress = useSyncProgress((state) => progressOf(state, podcast.slug))
  const schedule = useSchedule((state) => scheduleOf(state, podcast.slug))
  const stateId = useId()
  const href = `/library/podcast/${encodeURIComponent(podcast.slug)}`
  const planned = schedule === undefined ? null : scheduleLine(schedule, nowMs)
  const state = progress === undefined ? sentencesOf(problem, planned) : progressText(progress)
  return (
    <li className={styles.podcast}>
      <Link
        href={href}
        className={styles.link}
        title={state === null ? podcast.title : `${podcast.title}\n${state}`}
        aria-current={location === href ? 'page' : undefined}
        aria-describedby={state === null ? undefined : stateId}
        onClick={() => showFront('place')}
      >
        <PodcastSquare
          slug={podcast.slug}
          title={podcast.title}
          failed={progress === undefined && problem !== null}
        />
        <span className={styles.name} dir="auto">
          {podcast.title}
        </span>
      </Link>
      <PodcastMenu podcast={podcast} className={styles.podcastMenu} />
      <SyncProgressBar slug={podcast.slug} title={podcast.title} className={styles.syncing} />
      {state === null ? null : (
        <span id={stateId} hidden>
          {state}
        </span>
      )}
    </li>
  )
})

/** A line for each, read out as sentences; `null` when there is nothing to say. */
function sentencesOf(problem: string | null, planned: string | null): string | null {
  const lines = [problem, planned === null ? null : `${planned}.`].filter((line) => line !== null)
  return lines.length === 0 ? null : lines.join('\n')
}
