import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { Chapter } from '../../shared/models/episode.ts'
import type { BarSegment } from './bar-segments.ts'
import { PlayedLine } from './played-line.tsx'
import { seekTo } from './playing.ts'
import styles from './seek-bar.module.css'
import { seekTargetOf } from './seek-keys.ts'
import { seekText } from './seek-text.ts'
import { usePlayer, usePosition } from './store.ts'

type SeekSliderProps = {
  chapters: readonly Chapter[]
  durationSeconds: number | null
  segments: readonly BarSegment[]
  passedOver: ReadonlySet<number>
  /** Says what it stands at while the keys move it. */
  onHint: (seconds: number | null) => void
}

/** What was heard, the playhead, and the slider that moves it. Dragging shows where; letting go goes there. */
export function SeekSlider(props: SeekSliderProps) {
  const { chapters, durationSeconds, segments, passedOver, onHint } = props
  // The element is laid out anew with each value, and whole seconds are all that is read out.
  const wholeSeconds = usePosition((position) => Math.floor(position.positionSeconds))
  const episodeId = usePlayer(({ episode }) => episode?.id)
  const input = useRef<HTMLInputElement>(null)
  const dragged = useRef<number | null>(null)
  const [draggedSeconds, setDraggedSeconds] = useState<number | null>(null)
  const [isKeyed, setKeyed] = useState(false)
  const length = durationSeconds ?? 0
  const seconds = Math.min(draggedSeconds ?? wholeSeconds, length)

  // React's `onChange` is the element's 'input', at every step of a drag; its 'change', once at the end, has no prop.
  useEffect(() => {
    const element = input.current
    element?.addEventListener('change', letGo)
    return () => element?.removeEventListener('change', letGo)
  })

  useEffect(() => {
    if (isKeyed) onHint(seconds)
    return () => onHint(null)
  }, [isKeyed, seconds, onHint])

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
    const target = seekTargetOf(event.key, usePosition.getState().positionSeconds, chapters, length)
    if (target === null) return
    // Not the element's own step, and not the page's keys for skipping.
    event.preventDefault()
    event.stopPropagation()
    seekTo(target)
  }

  return (
    <>
      {durationSeconds === null || episodeId === undefined ? null : (
        <PlayedLine
          episodeId={episodeId}
          segments={segments}
          passedOver={passedOver}
          durationSeconds={durationSeconds}
          draggedSeconds={draggedSeconds}
        />
      )}
      <input
        ref={input}
        type="range"
        aria-label="Seek"
        aria-valuetext={seekText(chapters, seconds, passedOver)}
        className={styles.slider}
        disabled={durationSeconds === null}
        min={0}
        max={length}
        step="any"
        value={seconds}
        onChange={(event) => drag(event.currentTarget.valueAsNumber)}
        onPointerUp={letGo}
        onFocus={(event) => setKeyed(event.currentTarget.matches(':focus-visible'))}
        onBlur={() => {
          setKeyed(false)
          letGo()
        }}
        onKeyDown={jump}
      />
    </>
  )
}
