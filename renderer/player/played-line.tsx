import { memo } from 'react'
import type { BarSegment } from './bar-segments.ts'
import styles from './seek-bar.module.css'
import { Segments } from './segments.tsx'
import { usePosition } from './store.ts'

/** Drawn once; what was heard shows by clipping it. */
const HeardSegments = memo(Segments)

type PlayedLineProps = {
  segments: readonly BarSegment[]
  durationSeconds: number
  /** Where the person is dragging to; the clock does not count meanwhile. */
  draggedSeconds: number | null
}

/** What was heard, and the playhead: two styles that need no layout, four times a second. */
export function PlayedLine({ segments, durationSeconds, draggedSeconds }: PlayedLineProps) {
  const positionSeconds = usePosition((position) => position.positionSeconds)
  const seconds = Math.min(draggedSeconds ?? positionSeconds, durationSeconds)
  const percent = durationSeconds === 0 ? 0 : (seconds / durationSeconds) * 100
  return (
    <>
      <span className={styles.heard} style={{ clipPath: `inset(0 ${100 - percent}% 0 0)` }}>
        <HeardSegments segments={segments} />
      </span>
      <span className={styles.runner} style={{ translate: `${percent}% 0` }}>
        <span className={styles.playhead} />
      </span>
    </>
  )
}
