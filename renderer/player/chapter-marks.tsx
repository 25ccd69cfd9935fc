import { type KeyboardEvent, useRef, useState } from 'react'
import { clockText } from '../../shared/time/clock.ts'
import type { BarSegment } from './bar-segments.ts'
import { seekTo } from './playing.ts'
import styles from './seek-bar.module.css'

type ChapterMarksProps = {
  segments: readonly BarSegment[]
  passedOver: ReadonlySet<number>
  onHint: (seconds: number | null) => void
}

/**
 * A thin button under each segment, which goes to where its chapter begins. Sixty chapters are one stop for Tab; the
 * arrow keys go from one to the next.
 */
export function ChapterMarks({ segments, passedOver, onHint }: ChapterMarksProps) {
  const group = useRef<HTMLDivElement>(null)
  const [stop, setStop] = useState(0)
  const chapters = segments.filter((segment) => segment.chapter !== null)
  if (chapters.length === 0) return null
  const stopIndex = Math.min(stop, chapters.length - 1)

  function moveFocus(event: KeyboardEvent): void {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (step === 0 || event.shiftKey) return
    event.preventDefault()
    event.stopPropagation()
    const next = Math.min(chapters.length - 1, Math.max(0, stopIndex + step))
    group.current?.querySelectorAll('button')[next]?.focus()
  }

  return (
    <div
      ref={group}
      role="toolbar"
      aria-label="Chapters on the seek bar"
      className={styles.marks}
      onKeyDown={moveFocus}
    >
      {chapters.map((segment, index) => (
        <button
          key={segment.startSeconds}
          type="button"
          tabIndex={index === stopIndex ? 0 : -1}
          className={styles.mark}
          style={{ left: `${segment.from * 100}%`, right: `${(1 - segment.to) * 100}%` }}
          aria-label={`Jump to ${clockText(segment.startSeconds)} ${segment.chapter?.title ?? ''}${passedOver.has(segment.index) ? ', skipped' : ''}`}
          onClick={() => seekTo(segment.startSeconds)}
          onPointerEnter={() => onHint(segment.startSeconds)}
          onPointerLeave={() => onHint(null)}
          onFocus={() => {
            setStop(index)
            onHint(segment.startSeconds)
          }}
          onBlur={() => onHint(null)}
        />
      ))}
    </div>
  )
}
