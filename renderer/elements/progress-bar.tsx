import { classNames } from './class-names.ts'
import styles from './progress-bar.module.css'

type ProgressBarProps = {
  /** What progresses; its accessible name. */
  label: string
  /** From 0 to 1; `null` when how much there is to do is not known. */
  value: number | null
  className?: string | undefined
}

export function ProgressBar({ label, value, className }: ProgressBarProps) {
  const percent = value === null ? undefined : Math.round(Math.min(1, Math.max(0, value)) * 100)
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      className={classNames(styles.track, className)}
      data-known={value !== null}
    >
      <span className={styles.fill} style={percent === undefined ? undefined : { width: `${percent}%` }} />
    </div>
  )
}
