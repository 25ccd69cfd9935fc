import { type KeyboardEvent, memo, useEffect, useRef, useState } from 'react'
import type { Chapter } from '../../shared/models/episode.ts'
import type { BarSegment } from './bar-segments.ts'
import { seekTo } from './playing.ts'
import styles from './seek-bar.module.css'
import { seekTargetOf } from './seek-keys.ts'
import { seekText } from './seek-text.ts'
import { Segments } from './segments.tsx'
import { usePosition } from './store.ts'

/** Drawn once; what is heard shows by clipping it, so that a tick of the clock changes two styles. */
const HeardSegments = memo(Segments)

type SeekSliderProps = {
  chapters: readonly Chapter[]
  durationSeconds: number | null
  segments: readonly BarSegment[]
}

/** What was heard, the playhead, and the slider that moves it. Dragging shows where; letting go goes there. */
export function SeekSlider({ chapters, durationSeconds, segments }: SeekSliderProps) {
  const positionSeconds = usePosition((position) => position.positionSeconds)
  const input = useRef<HTMLInputElement>(null)
  const dragged = useRef<number | null>(null)
  const [draggedSeconds, setDraggedSeconds] = useState<number | null>(null)
  const length = durationSeconds ?? 0
  const seconds = Math.min(draggedSeconds ?? positionSeconds, length)
  const percent = length === 0 ? 0 : (seconds / length) * 100

  // React's `onChange` is the element's 'input', at every step of a drag; its 'change', once at the end, has no prop.
  useEffect(() => {
    const element = input.current
    element?.addEventListener('change', letGo)
    return () => element?.removeEventListener('change', letGo)
  })

  function drag(to: number): void {
    dragged.current = to
    setDraggedSeconds(to)
  }

  function letGo(): void {
    if (dragged.current === null) return
    seekTo(dragged.current)
    dragged.current = null
    setDraggedSeconds(null)
  }

  function jump(event: KeyboardEvent): void {
    if (event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return
    const target = seekTargetOf(event.key, seconds, chapters, length)
    if (target === null) return
    // Not the element's own step, and not the page's keys for skipping.
    event.preventDefault()
    event.stopPropagation()
    seekTo(target)
  }

  return (
    <>
      <span className={styles.heard} style={{ clipPath: `inset(0 ${100 - percent}% 0 0)` }}>
        <HeardSegments segments={segments} />
      </span>
      {durationSeconds === null ? null : <span className={styles.playhead} style={{ left: `${percent}%` }} />}
      <input
        ref={input}
        type="range"
        aria-label="Seek"
        aria-valuetext={seekText(chapters, seconds)}
        className={styles.slider}
        disabled={durationSeconds === null}
        min={0}
        max={length}
        step="any"
        value={seconds}
        onChange={(event) => drag(event.currentTarget.valueAsNumber)}
        onPointerUp={letGo}
        onBlur={letGo}
        onKeyDown={jump}
      />
    </>
  )
}
