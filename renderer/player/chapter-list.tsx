import { memo, useId, useMemo } from 'react'
import type { HeardParts } from '../../shared/heard/heard-parts.ts'
import { finishedShare, heardShare } from '../../shared/heard/share.ts'
import type { Chapter } from '../../shared/models/episode.ts'
import type { EpisodeId } from '../../shared/models/identity.ts'
import { clockText } from '../../shared/time/clock.ts'
import { chapterSkipsOf } from '../db/chapter-skips.ts'
import { useLive } from '../db/use-live.ts'
import { useOffset } from '../db/use-offset.ts'
import { useSettings } from '../settings/store.ts'
import { ChapterHeardBox } from './chapter-heard-box.tsx'
import styles from './chapter-list.module.css'
import { ChapterSkipBox } from './chapter-skip-box.tsx'
import { type ChapterSpan, chapterIndexAt, chapterSpans } from './chapters.ts'
import { playEpisode } from './playing.ts'
import { type SkipReason, skippedChapters } from './skipped-chapters.ts'
import { usePlayer, usePosition } from './store.ts'
import { chaptersOnAudio } from './timeline.ts'
import { useHeardParts } from './use-heard-parts.ts'

type ChapterListProps = {
  episodeId: EpisodeId
  /** On the resource's clock. */
  chapters: readonly Chapter[]
  durationSeconds: number | null
}

/** An episode's chapters, each with how much of it was heard; a click plays the episode from there. */
export function ChapterList({ episodeId, chapters, durationSeconds }: ChapterListProps) {
  const isHeld = usePlayer(({ episode }) => episode?.id === episodeId)
  const audioSeconds = usePlayer((player) => (isHeld ? player.durationSeconds : null))
  const heard = useHeardParts(episodeId)
  const offsetSeconds = useOffset(episodeId)
  const heardChapters = useMemo(() => chaptersOnAudio(chapters, offsetSeconds), [chapters, offsetSeconds])
  const rules = useSettings(({ skipWords }) => skipWords)
  const said = useLive(() => chapterSkipsOf(episodeId), [episodeId])
  const skipped = useMemo(() => skippedChapters(chapters, said ?? [], rules), [chapters, said, rules])
  const playingIndex = usePosition(({ positionSeconds }) =>
    isHeld ? chapterIndexAt(heardChapters, positionSeconds) : -1,
  )
  const spans = useMemo(
    () => chapterSpans(heardChapters, audioSeconds ?? durationSeconds),
    [heardChapters, audioSeconds, durationSeconds],
  )

  return (
    <ol aria-label="Chapters" className={styles.list}>
      {spans.map((span) => (
        <ChapterItem
          key={`${span.index} ${span.startSeconds}`}
          episodeId={episodeId}
          chapter={span.chapter}
          named={chapters[span.index] ?? span.chapter}
          skippedText={skipText(skipped.get(span.index))}
          endSeconds={span.endSeconds}
          isPlaying={span.index === playingIndex}
          heardPercent={heardPercent(span, heard)}
        />
      ))}
    </ol>
  )
}

type ChapterItemProps = {
  episodeId: EpisodeId
  /** On the audio's clock. */
  chapter: Chapter
  endSeconds: number | null
  /** The same on the resource's clock. */
  named: Chapter
  /** Why it is skipped; `null` when it is not. */
  skippedText: string | null
  isPlaying: boolean
  heardPercent: number
}

/** Whole percents, so that a tick of the clock redraws the playing chapter only, and not at each tick. */
const ChapterItem = memo(function ChapterItem({
  episodeId,
  chapter,
  named,
  endSeconds,
  skippedText,
  isPlaying,
  heardPercent,
}: ChapterItemProps) {
  const about = useId()
  const titled = useId()
  const time = clockText(chapter.startSeconds)
  return (
    <li className={styles.item} data-skipped={skippedText === null ? undefined : true}>
      <button
        type="button"
        className={styles.chapter}
        aria-label={`${time} ${chapter.title}`}
        aria-describedby={about}
        aria-current={isPlaying ? 'true' : undefined}
        onClick={() => void playEpisode(episodeId, { atSeconds: chapter.startSeconds })}
      >
        <span className={`tabular ${styles.time}`}>{time}</span>
        <span className={styles.coverage} aria-hidden="true">
          <span className={styles.heard} style={{ inlineSize: `${heardPercent}%` }} />
        </span>
        <span className={styles.text}>
          <span id={titled} className={styles.title}>
            {chapter.title}
          </span>
          <span id={about}>
            {skippedText === null ? null : <span className={styles.skipped}> {skippedText}</span>}
            {chapter.description === '' ? null : (
              <span className={styles.description}> {chapter.description}</span>
            )}
            {heardPercent === 0 ? null : (
              <span className="visually-hidden">
                {heardPercent === 100 ? ' Heard.' : ` ${heardPercent} % heard.`}
              </span>
            )}
          </span>
        </span>
      </button>
      <ChapterSkipBox episodeId={episodeId} chapter={named} isSkipped={skippedText !== null} />
      {endSeconds === null || endSeconds <= chapter.startSeconds ? null : (
        <ChapterHeardBox
          episodeId={episodeId}
          title={chapter.title}
          startSeconds={chapter.startSeconds}
          endSeconds={endSeconds}
          describedBy={titled}
          heardPercent={heardPercent}
        />
      )}
    </li>
  )
})

function skipText(reason: SkipReason | undefined): string | null {
  if (reason === undefined) return null
  return reason.kind === 'person' ? 'Skipped.' : `Skipped, since it is named “${reason.rule}”.`
}

/** In whole percents; all of it when hardly anything is missing. */
function heardPercent({ startSeconds, endSeconds }: ChapterSpan, heard: HeardParts): number {
  const share = heardShare(heard, [startSeconds, endSeconds ?? startSeconds])
  return share >= finishedShare ? 100 : Math.round(share * 100)
}
