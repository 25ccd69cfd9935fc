// When something is due. Each of these takes `random` (from 0 up to, not including, 1), since a million installations
// that reckon alike would arrive together.

const minuteMs = 60_000

/** The service is not asked about a podcast more often than this, nor less often than that. */
export const shortestEveryMs = 15 * minuteMs
export const longestEveryMs = 24 * 60 * minuteMs

/** No due time lies further ahead; one that seems to stems from a clock that was set back since. */
export const furthestDueMs = 36 * 60 * minuteMs

/**
 * After an answer: somewhere between half and one and a half of the usual time, so that what one morning brought together
 * is apart again by noon; never while the answer calls itself fresh (`Cache-Control`, believed for a day).
 */
export function delayAfterAnswer(everyMs: number, freshMs: number, random: () => number): number {
  const least = Math.max(shortestEveryMs, everyMs / 2, Math.min(freshMs, longestEveryMs))
  const most = Math.max(Math.min(longestEveryMs, everyMs * 1.5), least * 1.25)
  return between(least, most, random)
}

/** A podcast that the service has not, or that cannot be read: twice as long with each time in a row, up to a day. */
export function delayAfterRefusal(everyMs: number, timesInARow: number, random: () => number): number {
  const doubled = everyMs * 2 ** Math.min(timesInARow - 1, 10)
  return delayAfterAnswer(Math.min(doubled, longestEveryMs), 0, random)
}

const firstTrialMs = 2 * minuteMs
const trialGrowth = 3
const longestTrialMs = 30 * minuteMs

/**
 * The service has trouble of its own: one try after one to two minutes, then ever more slowly, up to half an hour. Steep, since
 * everybody tries, and each try is three (`electron/net/retry.ts`).
 */
export function delayBeforeTrial(failuresInARow: number, random: () => number): number {
  const most = Math.min(longestTrialMs, firstTrialMs * trialGrowth ** Math.min(failuresInARow - 1, 10))
  return between(most / 2, most, random)
}

/** The service said how long it wants to be left alone: never sooner, and not with all the others who were told the same. */
export function delayAfterHold(retryAfterSeconds: number, random: () => number): number {
  const holdMs = retryAfterSeconds * 1000
  return holdMs + random() * Math.min(longestTrialMs, Math.max(minuteMs, holdMs))
}

/** For each minute that the service was away, what everybody waits for is spread over so many. */
const spreadPerAway = 4

/**
 * The service is back, and everybody waits for what came due meanwhile. Spread over the podcast's own interval, the
 * load is what it always is; after a short absence a shorter time is enough.
 */
export function delayAfterReturn(everyMs: number, awayMs: number, random: () => number): number {
  return random() * Math.min(everyMs, Math.max(0, awayMs) * spreadPerAway)
}

function between(least: number, most: number, random: () => number): number {
  return least + random() * (most - least)
}
