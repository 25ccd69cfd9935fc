import { memo, useId, useMemo } from 'react'
import type { Chapter } from '../../shared/models/episode.ts'
import type { EpisodeId } from '../../shared/models/identity.ts'
import { clockText } from '../../shared/time/clock.ts'
import styles from './chapter-list.module.css'
import { chapterIndexAt, chapterSpans, fractionBefore } from './chapters.ts'
import { usePlayer } from './store.ts'
import { playFrom } from './transport.ts'
import { useHeardPosition } from './use-heard-position.ts'

type ChapterListProps = {
  episodeId: EpisodeId
  chapters: readonly Chapter[]
  durationSeconds: number | null
}

/** An episode's chapters, each with how much of it lies behind the person; a click plays the episode from there. */
export function ChapterList({ episodeId, chapters, durationSeconds }: ChapterListProps) {
  const isHeld = usePlayer(({ episode }) => episode?.id === episodeId)
  const audioSeconds = usePlayer((player) => (isHeld ? player.durationSeconds : null))
  const { positionSeconds, isFinished } = useHeardPosition(episodeId)
  const spans = useMemo(
    () => chapterSpans(chapters, audioSeconds ?? durationSeconds),
    [chapters, audioSeconds, durationSeconds],
  )
  const playingIndex = isHeld ? chapterIndexAt(chapters, positionSeconds) : -1

  return (
    <ol aria-label="Chapters" className={styles.list}>
      {spans.map((span) => (
        <ChapterItem
          key={`${span.index} ${span.startSeconds}`}
          episodeId={episodeId}
          chapter={span.chapter}
          isPlaying={span.index === playingIndex}
          heardPercent={isFinished ? 100 : Math.round(fractionBefore(span, positionSeconds) * 100)}
        />
      ))}
    </ol>
  )
}

type ChapterItemProps = {
  episodeId: EpisodeId
  chapter: Chapter
  isPlaying: boolean
  heardPercent: number
}

/** Whole percents, so that a tick of the clock redraws the playing chapter only, and not at each tick. */
const ChapterItem = memo(function ChapterItem({
  episodeId,
  chapter,
  isPlaying,
  heardPercent,
}: ChapterItemProps) {
  const about = useId()
  const time = clockText(chapter.startSeconds)
  return (
    <li>
      <button
        type="button"
        className={styles.chapter}
        aria-label={`${time} ${chapter.title}`}
        aria-describedby={about}
        aria-current={isPlaying ? 'true' : undefined}
        onClick={() => void playFrom(episodeId, chapter.startSeconds)}
      >
        <span className={`tabular ${styles.time}`}>{time}</span>
        <span className={styles.coverage} aria-hidden="true">
          <span className={styles.heard} style={{ inlineSize: `${heardPercent}%` }} />
        </span>
        <span className={styles.text}>
          <span className={styles.title}>{chapter.title}</span>
          <span id={about}>
            {chapter.description === '' ? null : (
              <span className={styles.description}> {chapter.description}</span>
            )}
            {heardPercent === 0 ? null : (
              <span className="visually-hidden">
                {heardPercent === 100 ? ' Behind you.' : ` You are at ${heardPercent} % of it.`}
              </span>
            )}
          </span>
        </span>
      </button>
    </li>
  )
})
