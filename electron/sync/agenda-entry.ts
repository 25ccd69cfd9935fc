import { z } from 'zod'
import { type FollowedPodcast, followedPodcastSchema } from '../../shared/models/schedule.ts'
import { everyMsOf, publishingGapMs, withPublications } from './rhythm.ts'

/** No further ahead than a `Date` reaches, past which it cannot be put into words. */
const instantMs = z.number().nonnegative().max(8.64e15)

/** What is kept of a podcast from one run of the app to the next. Times are epoch milliseconds. */
export const keptEntrySchema = followedPodcastSchema.extend({
  dueAtMs: instantMs,
  lastCheckedAtMs: instantMs.nullable(),
  /** Newest first, as `withPublications` keeps them. */
  publishedAtMs: z.array(instantMs).max(100).readonly(),
  /** How often in a row the service answered about it with a no, or nothing answered at all. */
  setback: z
    .object({ kind: z.enum(['refusal', 'silence', 'service']), timesInARow: z.number().int().positive() })
    .nullable(),
})
export type KeptEntry = z.infer<typeof keptEntrySchema>
export type SetbackKind = NonNullable<KeptEntry['setback']>['kind']

export type AgendaEntry = KeptEntry & {
  gapMs: number | null
  /** When the page was last told to look, or last asked for a page of it; `null` while nothing is under way. */
  underWaySinceMs: number | null
  /** Until when the service said that its last answer stays as it is; it says so with the first page of a pass. */
  freshUntilMs: number
}

export function newEntry(podcast: FollowedPodcast, nowMs: number): AgendaEntry {
  return entryOf({ ...podcast, dueAtMs: nowMs, lastCheckedAtMs: null, publishedAtMs: [], setback: null })
}

export function entryOf(kept: KeptEntry): AgendaEntry {
  return { ...kept, gapMs: publishingGapMs(kept.publishedAtMs), underWaySinceMs: null, freshUntilMs: 0 }
}

export function keptOf(entry: AgendaEntry): KeptEntry {
  const { slug, source, dueAtMs, lastCheckedAtMs, publishedAtMs, setback } = entry
  return { slug, source, dueAtMs, lastCheckedAtMs, publishedAtMs, setback }
}

export function everyMsOfEntry(entry: AgendaEntry, nowMs: number): number {
  return everyMsOf(entry.gapMs, entry.publishedAtMs[0] ?? null, nowMs)
}

export function learnPublications(entry: AgendaEntry, seen: readonly number[], nowMs: number): void {
  if (seen.length === 0) return
  entry.publishedAtMs = withPublications(entry.publishedAtMs, seen, nowMs)
  entry.gapMs = publishingGapMs(entry.publishedAtMs)
}

/** Notes one more setback of a kind, and tells how many in a row that makes. */
export function countSetback(entry: AgendaEntry, kind: SetbackKind): number {
  const timesInARow = entry.setback?.kind === kind ? entry.setback.timesInARow + 1 : 1
  entry.setback = { kind, timesInARow }
  return timesInARow
}
