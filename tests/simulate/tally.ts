/** Longest delay that is told apart, in minutes. */
const mostDelayMinutes = 72 * 60

/** What the service saw, of any number of installations. */
export type Tally = {
  /** Requests in each second since the beginning. */
  perSecond: Uint32Array<ArrayBuffer>
  /** Answered 304: one request each. */
  unchanged: number
  /** Answered with a body. */
  withBody: number
  /** Not answered, or answered with 503. */
  failed: number
  /** `HEAD` requests by which an installation asks whether the service is back, or at its start. */
  probes: number
  /** How many minutes after its publication an episode was seen. */
  newsDelayMinutes: Uint32Array<ArrayBuffer>
}

export function newTally(lengthMs: number): Tally {
  return {
    perSecond: new Uint32Array(Math.ceil(lengthMs / 1000)),
    unchanged: 0,
    withBody: 0,
    failed: 0,
    probes: 0,
    newsDelayMinutes: new Uint32Array(mostDelayMinutes),
  }
}

type Counted = 'unchanged' | 'withBody' | 'failed' | 'probes'

/** `atMs` counts from the simulation's beginning. */
export function count(tally: Tally, what: Counted, atMs: number, requests: number): void {
  const second = Math.floor(atMs / 1000)
  tally.perSecond[second] = (tally.perSecond[second] ?? 0) + requests
  tally[what] += requests
}

export function countDelay({ newsDelayMinutes }: Tally, delayMs: number): void {
  const minute = Math.min(newsDelayMinutes.length - 1, Math.floor(delayMs / 60_000))
  newsDelayMinutes[minute] = (newsDelayMinutes[minute] ?? 0) + 1
}

export function addTally(sum: Tally, more: Tally): void {
  for (const what of ['unchanged', 'withBody', 'failed', 'probes'] as const) sum[what] += more[what]
  addEach(sum.perSecond, more.perSecond)
  addEach(sum.newsDelayMinutes, more.newsDelayMinutes)
}

function addEach(sum: Uint32Array, more: Uint32Array): void {
  for (const [index, value] of more.entries()) sum[index] = (sum[index] ?? 0) + value
}

type Stretch = { fromMs: number; untilMs: number; seconds: number }

/** The busiest stretch of so many seconds, in requests a second. Stretches stand side by side, beginning at `fromMs`. */
export function peakRate({ perSecond }: Tally, { fromMs, untilMs, seconds }: Stretch): number {
  let peak = 0
  const last = Math.floor(untilMs / 1000)
  for (let start = Math.floor(fromMs / 1000); start + seconds <= last; start += seconds) {
    let sum = 0
    for (const requests of perSecond.subarray(start, start + seconds)) sum += requests
    peak = Math.max(peak, sum / seconds)
  }
  return peak
}

/** Requests a second, in the whole of it or between two moments. */
export function meanRate(
  { perSecond }: Tally,
  { fromMs, untilMs }: { fromMs: number; untilMs: number } = { fromMs: 0, untilMs: perSecond.length * 1000 },
): number {
  const seconds = perSecond.subarray(fromMs / 1000, untilMs / 1000)
  let sum = 0
  for (const requests of seconds) sum += requests
  return sum / seconds.length
}

/** So many minutes after its publication, this share of all news had been seen. */
export function delayMinutesOf({ newsDelayMinutes }: Tally, share: number): number {
  const total = newsDelayMinutes.reduce((sum, seen) => sum + seen, 0)
  let seen = 0
  for (const [minute, more] of newsDelayMinutes.entries()) {
    seen += more
    if (seen >= total * share) return minute
  }
  return newsDelayMinutes.length
}
