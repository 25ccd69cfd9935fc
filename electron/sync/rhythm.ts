import { longestEveryMs, shortestEveryMs } from './due.ts'

/** Enough for a median that one holiday or one bonus episode does not move. */
const publicationsKept = 12
/** Episodes that came out together, a whole season at once say, are one publication. */
const oneSittingMs = 30 * 60_000
/** So many looks from one publication to the next: what comes out daily is seen within the hour. */
const looksPerGap = 24
/** For a podcast of which nothing is known yet. */
const unknownEveryMs = 3 * 3600_000

/** Newest first, epoch milliseconds: what is known of when a podcast publishes, with what was seen now. */
export function withPublications(
  known: readonly number[],
  seen: readonly number[],
  nowMs: number,
): readonly number[] {
  const instants = [...known, ...seen].filter((ms) => ms > 0 && ms <= nowMs).sort((one, other) => other - one)
  const kept: number[] = []
  for (const instant of instants) {
    const later = kept.at(-1)
    if (later === undefined || later - instant >= oneSittingMs) kept.push(instant)
    if (kept.length === publicationsKept) break
  }
  return kept
}

/** The usual time from one publication to the next (their median); `null` while fewer than two are known. */
export function publishingGapMs(publishedAtMs: readonly number[]): number | null {
  const gaps = publishedAtMs
    .slice(1)
    .map((instant, index) => (publishedAtMs[index] ?? instant) - instant)
    .sort((one, other) => one - other)
  return gaps[Math.floor(gaps.length / 2)] ?? null
}

/**
 * How often a podcast is worth a look, from 15 minutes to a day. One that has been silent for longer than it used to
 * be is looked at less and less often, and as before once it is back.
 */
export function everyMsOf(gapMs: number | null, newestMs: number | null, nowMs: number): number {
  if (newestMs === null) return unknownEveryMs
  const silence = (nowMs - newestMs) / 2
  const gap = gapMs === null ? silence : Math.max(gapMs, silence)
  return Math.min(longestEveryMs, Math.max(shortestEveryMs, gap / looksPerGap))
}
