import { revisionOf } from '../db/revision.ts'
import type { SyncRow } from '../db/rows.ts'

const dayMs = 24 * 3600_000
const sweepEveryMs = 7 * dayMs
/** Up to this share earlier, so that podcasts added together are not swept together for ever. */
const spread = 0.25

/**
 * Whether the next pass is to see the whole list: what a service withdrew, and what it changed without saying so, shows
 * nowhere else. `nowMs` is in epoch milliseconds.
 */
export function isSweepDue(sync: SyncRow, nowMs: number): boolean {
  if (sync.sweeping) return true
  // These list everything each time.
  if (sync.path === 'markdown-list' || sync.path === 'guide') return false
  // A podcast of which nothing is known is read whole in any case.
  if (sync.lastSweptAt === null) return sync.updatedSince !== null || sync.validator !== null
  return isSweptLongAgo(sync, nowMs)
}

/** A week ago at the most, or never. */
export function isSweptLongAgo({ podcastSlug, lastSweptAt }: SyncRow, nowMs: number): boolean {
  if (lastSweptAt === null) return true
  const earlier = sweepEveryMs * spread * shareOf(podcastSlug + lastSweptAt)
  const sinceMs = nowMs - Date.parse(lastSweptAt)
  // One in the future stems from before the clock was set back.
  return sinceMs < 0 || sinceMs >= sweepEveryMs - earlier
}

/** What is kept as the last sweep where one was interrupted: it is tried again a day later at the earliest. */
export function interruptedSweepAt(nowMs: number): string {
  return new Date(nowMs - sweepEveryMs * (1 - spread) + dayMs).toISOString()
}

/** From 0 to 1, the same for the same text. */
function shareOf(text: string): number {
  return (revisionOf(text) % 1000) / 1000
}
