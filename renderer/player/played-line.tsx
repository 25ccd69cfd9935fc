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

/** What was heard, and the playhead: two styles that need no layout, four times a second. */
export function PlayedLine({
  episodeId,
  segments,
  passedOver,
  durationSeconds,
  draggedSeconds,
}: PlayedLineProps) {
  const { intervals } = useHeardParts(episodeId)
  const positionSeconds = usePosition((position) => position.positionSeconds)
  const seconds = Math.min(draggedSeconds ?? positionSeconds, durationSeconds)
  const percent = durationSeconds === 0 ? 0 : (seconds / durationSeconds) * 100
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
