import type { Looking } from '../../shared/models/transcription-request.ts'

/** After five minutes first; a transcript takes minutes at best, and a low-priority one can take days. */
const firstPauseMs = 5 * 60_000
const growth = 1.5
const longestPauseMs = 6 * 3600_000
/** Each pause is up to a tenth shorter or longer, so that those who asked together do not look together. */
const jitter = 0.1
const lookForMs = 14 * 24 * 3600_000

/** When an episode is looked at for the first time after its request was accepted: epoch milliseconds. */
export function firstLookAtMs(nowMs: number, random: () => number): number {
  return nowMs + pauseMs(0, random)
}

/**
 * When it is looked at next, after one more look that showed nothing new; `null` when the two weeks are over. The
 * last look falls on their end.
 */
export function nextLookAtMs(
  { sinceMs, looks }: Pick<Looking, 'sinceMs' | 'looks'>,
  nowMs: number,
  random: () => number,
): number | null {
  const endMs = Math.min(sinceMs, nowMs) + lookForMs
  if (nowMs >= endMs) return null
  return Math.min(nowMs + pauseMs(looks + 1, random), endMs)
}

function pauseMs(looksBefore: number, random: () => number): number {
  const pause = Math.min(longestPauseMs, firstPauseMs * growth ** looksBefore)
  return pause * (1 - jitter + 2 * jitter * random())
}
