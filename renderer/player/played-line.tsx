import { memo } from 'react'
import type { EpisodeId } from '../../shared/models/identity.ts'
import type { BarSegment } from './bar-segments.ts'
import { clipToHeard } from './clip-to-heard.ts'
import styles from './seek-bar.module.css'
import { Segments } from './segments.tsx'
import { usePosition } from './store.ts'
import { useHeardParts } from './use-heard-parts.ts'

/** Drawn once; what was heard shows by clipping it. */
const HeardSegments = memo(Segments)

type PlayedLineProps = {
  episodeId: EpisodeId
  segments: readonly BarSegment[]
  passedOver: ReadonlySet<number>
  durationSeconds: number
  /** Where the person is dragging to; the clock does not count meanwhile. */
  draggedSeconds: number | null
}

/** Of the line: a step of a third of a pixel. */
const steps = 2000

/** What was heard, and the playhead: two styles that need no layout, and change with the second that is shown, in one frame. */
export function PlayedLine({
  episodeId,
  segments,
  passedOver,
  durationSeconds,
  draggedSeconds,
}: PlayedLineProps) {
  const { intervals } = useHeardParts(episodeId)
  const step = usePosition(({ positionSeconds }) => stepAt(Math.floor(positionSeconds), durationSeconds))
  const percent = (draggedSeconds === null ? step : stepAt(draggedSeconds, durationSeconds)) / (steps / 100)
  return (
    <>
      <span className={styles.heard} style={{ clipPath: clipToHeard(intervals, durationSeconds) }}>
        <HeardSegments segments={segments} passedOver={passedOver} />
      </span>
      <span className={styles.runner} style={{ translate: `${percent}% 0` }}>
        <span className={styles.playhead} />
      </span>
    </>
  )
}

function stepAt(seconds: number, durationSeconds: number): number {
  return durationSeconds === 0
    ? 0
    : Math.round((Math.min(seconds, durationSeconds) / durationSeconds) * steps)
}
