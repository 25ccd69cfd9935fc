import { classNames } from './class-names.ts'
import styles from './progress-bar.module.css'

type ProgressBarProps = {
  /** What progresses; its accessible name. */
  label: string
  /** From 0 to 1; `unknown` when how much there is to do is not known, `waiting` when nothing is done yet. */
  value: number | 'unknown' | 'waiting'
  className?: string | undefined
}

export function ProgressBar({ label, value, className }: ProgressBarProps) {
  const percent = typeof value === 'number' ? Math.round(Math.min(1, Math.max(0, value)) * 100) : undefined
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      className={classNames(styles.track, className)}
      data-value={percent === undefined ? value : 'known'}
    >
      <span className={styles.fill} style={percent === undefined ? undefined : { width: `${percent}%` }} />
    </div>
  )
}
