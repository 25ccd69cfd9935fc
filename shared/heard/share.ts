import type { HeardParts } from './heard-parts.ts'
import { coveredWithin, gapsWithin, type Interval } from './intervals.ts'

/** From this share on an episode counts as finished, and a chapter as heard: hardly anybody hears the very end. */
export const finishedShare = 0.95

/** Less than that was not skipped: it fell between two jumps. */
const shortestGapSeconds = 5

/** Who is this close before a stretch is in it. */
const sameSeconds = 1

/** How much of a stretch was heard, 0 to 1; 0 of one of unknown length. */
export function heardShare({ intervals }: HeardParts, [from, to]: Interval): number {
  return from < to ? Math.min(1, coveredWithin(intervals, [from, to]) / (to - from)) : 0
}

/** Its end was reached by playing, or nearly all of it was heard. */
export function isFinished(parts: HeardParts, durationSeconds: number | null): boolean {
  if (parts.finishedAt !== null) return true
  return durationSeconds !== null && heardShare(parts, [0, durationSeconds]) >= finishedShare
}

/** Where the next stretch begins that was not heard, after the one a moment lies in; else the first. `null` when there is none. */
export function nextUnheard(
  { intervals }: HeardParts,
  durationSeconds: number,
  afterSeconds: number,
): number | null {
  const gaps = gapsWithin(intervals, [0, durationSeconds]).filter(
    ([from, to]) => to - from >= shortestGapSeconds,
  )
  const next = gaps.find(([from]) => from > afterSeconds + sameSeconds) ?? gaps[0]
  return next?.[0] ?? null
}
