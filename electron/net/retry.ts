import type { Failed } from './problems.ts'

/** How often a GET is repeated when it may help. */
const maximumRetries = 2
const firstDelayMs = 400
const longestDelayMs = 4000
/** A longer `Retry-After` is not waited for here; whoever asked gets it with the problem. */
const shortRetryAfterSeconds = 3

/** Milliseconds until the next try (full jitter), or `null` when there is to be none. */
export function delayBeforeRetry(failure: Failed, retriesSoFar: number, random: () => number): number | null {
  if (!failure.again || retriesSoFar >= maximumRetries) return null
  const asked = failure.problem.retryAfterSeconds
  if (asked !== undefined && asked > shortRetryAfterSeconds) return null
  const jitter = random() * Math.min(longestDelayMs, firstDelayMs * 2 ** retriesSoFar)
  return (asked ?? 0) * 1000 + jitter
}
