import type { BarSegment } from './bar-segments.ts'
import styles from './seek-bar.module.css'

/** Drawn twice: as they are, and tinted where they were heard. */
export function Segments({ segments }: { segments: readonly BarSegment[] }) {
  if (segments.length === 0) return <span className={styles.segment} style={{ left: 0, right: 0 }} />
  return segments.map((segment) => (
    <span
      key={segment.startSeconds}
      className={styles.segment}
      style={{ left: `${segment.from * 100}%`, right: `${(1 - segment.to) * 100}%` }}
    />
  ))
}
