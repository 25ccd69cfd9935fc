import { z } from 'zod'
import type { FollowedPodcast, PodcastSchedule } from '../../shared/models/schedule.ts'
import type { Problem } from '../../shared/result.ts'
import type { AbsenceCause } from '../net/reachability.ts'
import { entryOf, everyMsOfEntry, keptEntrySchema, keptOf, newEntry } from './agenda-entry.ts'
import { delayAfterReturn } from './due.ts'
import { learnOutcome, type Outcome } from './outcome.ts'
import { createServiceRecord } from './service-record.ts'
import { isServiceTrouble, serviceStateSchema, well } from './service-trouble.ts'
import { isDue, nextLookAt, nextTurnAtMs, turnsAt } from './turns.ts'

/** What is kept from one run of the app to the next. */
export const keptAgendaSchema = z.object({
  /** Base address of the service that the rest was learned from. */
  serviceAddress: z.string(),
  service: serviceStateSchema,
  podcasts: z.array(keptEntrySchema),
})
export type KeptAgenda = z.infer<typeof keptAgendaSchema>

export const emptyAgenda: KeptAgenda = { serviceAddress: '', service: well, podcasts: [] }

export type Agenda = ReturnType<typeof createAgenda>

/** A podcast on which nothing ever answers does not profit from the network's return any more. */
const mostSilencesForgiven = 3

/**
 * Which podcasts are due when, for one installation. Knows no timers, no files and no page, so that the fleet
 * simulation runs a million of them; all times are epoch milliseconds.
 */
export function createAgenda(kept: KeptAgenda, random: () => number) {
  const service = createServiceRecord({ address: kept.serviceAddress, state: kept.service }, random)
  let bySlug = new Map(kept.podcasts.map((podcast) => [podcast.slug, entryOf(podcast)]))
  let entries = [...bySlug.values()]

  function spreadOverdue(awayMs: number, nowMs: number): void {
    for (const entry of entries) {
      if (entry.source !== 'stenobird' || !isDue(entry, nowMs)) continue
      entry.dueAtMs = nowMs + delayAfterReturn(everyMsOfEntry(entry, nowMs), awayMs, random)
    }
  }

  function observeTrouble(problem: Problem, nowMs: number): void {
    if (isServiceTrouble(problem)) service.failed(problem, nowMs)
  }

  return {
    /** These podcasts are followed, and no others. */
    follow: (podcasts: readonly FollowedPodcast[], nowMs: number): void => {
      bySlug = new Map(
        podcasts.map((podcast) => {
          const known = bySlug.get(podcast.slug)
          return [podcast.slug, known?.source === podcast.source ? known : newEntry(podcast, nowMs)]
        }),
      )
      // Each once, however often it is named.
      entries = [...bySlug.values()]
    },

    /** What was read of these is lost with the page's database; one on which nothing ever answered lost nothing. */
    readAnew: (slugs: readonly string[], nowMs: number): void => {
      for (const slug of slugs) {
        const entry = bySlug.get(slug)
        if (entry === undefined || entry.lastCheckedAtMs === null) continue
        entry.dueAtMs = Math.min(entry.dueAtMs, nowMs)
        entry.freshUntilMs = 0
      }
    },

    /** Another service knows nothing of what the last one asked for, and is asked about everything. */
    moveToService: (address: string, nowMs: number): void => {
      if (!service.moveTo(address)) return
      for (const entry of entries) {
        if (entry.source !== 'stenobird') continue
        entry.dueAtMs = nowMs
        entry.setback = null
      }
    },

    /** The podcasts to look at now, the longest waiting first: at most as many as may be under way. */
    release: (nowMs: number): readonly string[] =>
      turnsAt(entries, service, nowMs).map((entry) => {
        entry.underWaySinceMs = nowMs
        return entry.slug
      }),

    /** When `release` may have something to give, if nothing else happens before; `null` when only that can help. */
    nextAtMs: (): number | null => nextTurnAtMs(entries, service),

    /** A page of it is being asked for, by whomever. */
    begin: (slug: string, nowMs: number): void => {
      const entry = bySlug.get(slug)
      if (entry !== undefined) entry.underWaySinceMs = nowMs
    },

    observe: (slug: string, outcome: Outcome, nowMs: number): void => {
      const entry = bySlug.get(slug)
      if (entry === undefined) return
      const answered = learnOutcome(entry, outcome, nowMs, random)
      if (outcome.kind === 'problem') observeTrouble(outcome.problem, nowMs)
      const troubledForMs = answered ? service.answered(nowMs) : null
      if (troubledForMs !== null) spreadOverdue(troubledForMs, nowMs)
    },

    /** The service had trouble with something else that it was asked for. */
    observeTrouble,

    /** Until when the service asked not to be asked, by nobody, also when that is over; 0 when it did not. */
    heldUntilMs: service.heldUntilMs,

    /** What the page had under way is due again. */
    pageIsGone: (): void => {
      for (const entry of entries) entry.underWaySinceMs = null
    },

    lost: service.lost,

    /**
     * After one's own absence everything overdue is looked at once. After the service's, everybody waits at its door:
     * what is overdue is spread.
     */
    back: (cause: AbsenceCause, nowMs: number): void => {
      const awayMs = service.back(nowMs)
      for (const entry of entries) {
        const { setback } = entry
        if (setback?.kind !== 'silence' || setback.timesInARow > mostSilencesForgiven) continue
        entry.dueAtMs = Math.min(entry.dueAtMs, nowMs)
      }
      if (cause === 'silent-service' && awayMs !== null) spreadOverdue(awayMs, nowMs)
    },

    kept: (): KeptAgenda => {
      const { address, state } = service.kept()
      const podcasts = entries.filter((entry) => entry.source === 'stenobird').map(keptOf)
      return { serviceAddress: address, service: state, podcasts }
    },

    shown: (nowMs: number): Record<string, PodcastSchedule> =>
      Object.fromEntries(
        entries.map((entry) => [
          entry.slug,
          {
            lastCheckedAtMs: entry.lastCheckedAtMs,
            everyMs: everyMsOfEntry(entry, nowMs),
            next: nextLookAt(entry, service, nowMs),
          },
        ]),
      ),
  }
}
