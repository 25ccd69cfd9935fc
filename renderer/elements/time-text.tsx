import { clockText, spokenClock } from '../../shared/time/clock.ts'
import { classNames } from './class-names.ts'

/** A moment or a length in seconds, as `12:41`, read out in words. */
export function TimeText({ seconds, className }: { seconds: number; className?: string | undefined }) {
  return (
    <span className={classNames('tabular', className)}>
      <span aria-hidden="true">{clockText(seconds)}</span>
      <span className="visually-hidden">{spokenClock(seconds)}</span>
    </span>
  )
}
