import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react'
import { lengthOf } from '../../shared/heard/intervals.ts'
import type { ChapterRef } from '../../shared/models/chapter-ref.ts'
import type { Chapter } from '../../shared/models/episode.ts'
import type { EpisodeId } from '../../shared/models/identity.ts'
import { clockText } from '../../shared/time/clock.ts'
import { useOffset } from '../db/use-offset.ts'
import { Button } from '../elements/button.tsx'
import { neighbour } from '../elements/roving.ts'
import { resolveRefs } from '../player/chapter-refs.ts'
import { type ChapterSpan, chapterSpans } from '../player/chapters.ts'
import { usePlayer } from '../player/store.ts'
import { chaptersOnAudio } from '../player/timeline.ts'
import { playTicked } from './play-ticked.ts'
import { tick, toggleSkim, useSkim } from './skim-store.ts'
import styles from './skim-view.module.css'
import { tickedText } from './skim-words.ts'

type SkimViewProps = {
  episodeId: EpisodeId
  /** On the resource's clock. */
  chapters: readonly Chapter[]
  durationSeconds: number | null
}

/** An episode's chapters to be read before they are heard: those that are ticked are played, and no others. */
export function SkimView({ episodeId, chapters, durationSeconds }: SkimViewProps) {
  const refs = useSkim(({ ticked }) => ticked)
  const rate = usePlayer((player) => player.rate)
  const offsetSeconds = useOffset(episodeId)
  const ticked = useMemo(() => resolveRefs(refs, chapters).found, [refs, chapters])
  const spans = useMemo(
    () => chapterSpans(chaptersOnAudio(chapters, offsetSeconds), durationSeconds),
    [chapters, offsetSeconds, durationSeconds],
  )
  const seconds = lengthOf(
    spans.flatMap(({ index, startSeconds, endSeconds }) =>
      ticked.has(index) && endSeconds !== null ? [[startSeconds, endSeconds] as const] : [],
    ),
  )
  const inOrder = chapters.filter((_, index) => ticked.has(index)).map(refOf)

  return (
    <section aria-label="Skim chapters" className={styles.skim}>
      <ChapterTexts chapters={chapters} spans={spans} ticked={ticked} />
      <div className={styles.acts}>
        <p className={styles.total} role="status">
          {tickedText(ticked.size, chapters.length, seconds > 0 ? seconds : null, rate)}
        </p>
        <Button
          tone="quiet"
          disabled={ticked.size === chapters.length}
          onClick={() => tick(chapters.map(refOf))}
        >
          All
        </Button>
        <Button tone="quiet" disabled={ticked.size === 0} onClick={() => tick([])}>
          None
        </Button>
        <Button
          tone="primary"
          disabled={inOrder.length === 0}
          onClick={() => void playTicked(episodeId, inOrder, offsetSeconds)}
        >
          Play ticked
        </Button>
        <Button onClick={() => toggleSkim(episodeId)}>Done</Button>
      </div>
    </section>
  )
}

type ChapterTextsProps = {
  chapters: readonly Chapter[]
  /** The same on the audio's clock. */
  spans: readonly ChapterSpan[]
  ticked: ReadonlyMap<number, ChapterRef>
}

/** One stop for Tab: the arrow keys go from chapter to chapter, and Space ticks. */
function ChapterTexts({ chapters, spans, ticked }: ChapterTextsProps) {
  const id = useId()
  const list = useRef<HTMLUListElement>(null)
  const [stop, setStop] = useState(0)
  const stopIndex = Math.min(stop, chapters.length - 1)

  useEffect(() => list.current?.querySelector('input')?.focus(), [])

  function moveFocus(event: KeyboardEvent): void {
    const next = neighbour(event.key, stopIndex, chapters.length)
    if (next === null || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    event.stopPropagation()
    list.current?.querySelectorAll('input')[next]?.focus()
  }

  function toggle(index: number, chapter: Chapter): void {
    const known = ticked.get(index)
    const others = [...ticked.values()].filter((ref) => ref !== known)
    tick(known === undefined ? [...others, refOf(chapter)] : others)
  }

  return (
    <ul ref={list} aria-label="Chapters to skim" className={styles.list} onKeyDown={moveFocus}>
      {spans.map(({ index, chapter, startSeconds }) => (
        <li key={`${index} ${startSeconds}`}>
          <label className={styles.chapter}>
            <input
              type="checkbox"
              className={styles.check}
              tabIndex={index === stopIndex ? 0 : -1}
              checked={ticked.has(index)}
              aria-labelledby={`${id}-${index}`}
              aria-describedby={`${id}-${index}-about`}
              onChange={() => toggle(index, chapters[index] ?? chapter)}
              onFocus={() => setStop(index)}
            />
            <span id={`${id}-${index}`} className={styles.title}>
              <span className={`tabular ${styles.time}`}>{clockText(startSeconds)}</span> {chapter.title}
            </span>
            <span id={`${id}-${index}-about`} className={styles.about}>
              {chapter.description}
            </span>
          </label>
        </li>
      ))}
    </ul>
  )
}

function refOf({ startSeconds, title }: Chapter): ChapterRef {
  return { startSeconds, title }
}
