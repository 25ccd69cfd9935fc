import type { HeardParts } from '../../shared/heard/heard-parts.ts'
import { coveredWithin } from '../../shared/heard/intervals.ts'
import { isFinished } from '../../shared/heard/share.ts'
import { clockText, spokenClock } from '../../shared/time/clock.ts'
import type { EpisodeRow, ListeningRow } from '../db/rows.ts'
import { begunAfterSeconds } from '../player/resume.ts'

/** What a row shows and says of an episode beside its title. */
export type EpisodeFacts = {
  /** "4 Mar", with the year when it is not this one; `null` when the service gave none. */
  date: string | null
  /** `45:40`, "Heard", or `null` when the length is not known. */
  length: string | null
  /** How much of it was heard, from 0 to 1, while some was and it is not finished; `null` otherwise. */
  progress: number | null
  /** The service has it no more. */
  withdrawn: boolean
  /** Begins with the title. */
  spoken: string
}

const shortDate = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' })
const fullDate = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' })
const spokenDate = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' })

export function episodeFacts(
  row: EpisodeRow,
  listening: ListeningRow | undefined,
  parts: HeardParts,
  now: Date,
): EpisodeFacts {
  const duration = listening?.durationSeconds ?? row.durationSeconds
  const heard = isFinished(parts, duration)
  const progress = heard ? null : progressOf(parts, duration)
  const published = row.publishedAtMs === 0 ? null : new Date(row.publishedAtMs)
  const date = published === null ? null : dateText(published, now)
  const spoken = [
    row.title,
    row.podcastTitle,
    row.withdrawnAt === null ? null : 'withdrawn',
    published === null ? null : spokenDate.format(published),
    duration === null ? null : spokenClock(duration),
    heard ? 'heard' : null,
    progress === null ? null : `${Math.round(progress * 100)} % heard`,
  ]
  return {
    date,
    length: heard ? 'Heard' : duration === null ? null : clockText(duration),
    progress,
    withdrawn: row.withdrawnAt !== null,
    spoken: spoken.filter((part) => part !== null).join(', '),
  }
}

function progressOf({ intervals }: HeardParts, duration: number | null): number | null {
  if (duration === null || duration <= 0) return null
  const heardSeconds = coveredWithin(intervals, [0, duration])
  return heardSeconds < begunAfterSeconds ? null : heardSeconds / duration
}

function dateText(date: Date, now: Date): string {
  return date.getFullYear() === now.getFullYear() ? shortDate.format(date) : fullDate.format(date)
}
