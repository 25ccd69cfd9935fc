import type { BarSegment } from './bar-segments.ts'
import styles from './seek-bar.module.css'

type SegmentsProps = { segments: readonly BarSegment[]; passedOver: ReadonlySet<number> }

/** Drawn twice: as they are, and tinted where they were heard. What does not play is thinner. */
export function Segments({ segments, passedOver }: SegmentsProps) {
  if (segments.length === 0) return <span className={styles.segment} style={{ left: 0, right: 0 }} />
  return segments.map((segment) => (
    <span
      key={segment.startSeconds}
      className={styles.segment}
      data-passed={passedOver.has(segment.index) || undefined}
      style={{ left: `${segment.from * 100}%`, right: `${(1 - segment.to) * 100}%` }}
    />
  ))
}
