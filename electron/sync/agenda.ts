import { z } from 'zod'
import type { FollowedPodcast, NextLook, PodcastSchedule } from '../../shared/models/schedule.ts'
import { meansOffline, type Problem } from '../../shared/result.ts'
import type { AbsenceCause } from '../net/reachability.ts'
import {
  type AgendaEntry,
  countSetback,
  entryOf,
  everyMsOfEntry,
  keptEntrySchema,
  keptOf,
  learnPublications,
  newEntry,
} from './agenda-entry.ts'
import {
  delayAfterAnswer,
  delayAfterRefusal,
  delayAfterReturn,
  delayBeforeTrial,
  furthestDueMs,
  shortestEveryMs,
} from './due.ts'
import {
  afterTrouble,
  believable,
  heldForMs,
  isServiceTrouble,
  serviceStateSchema,
  well,
} from './service-trouble.ts'

/** What is kept from one run of the app to the next. */
export const keptAgendaSchema = z.object({
  /** Base address of the service that the rest was learned from. */
  serviceAddress: z.string(),
  service: serviceStateSchema,
  podcasts: z.array(keptEntrySchema),
})
export type KeptAgenda = z.infer<typeof keptAgendaSchema>

export const emptyAgenda: KeptAgenda = { serviceAddress: '', service: well, podcasts: [] }

/** What came of asking for one page of a podcast. */
export type Outcome =
  | {
      kind: 'answered'
      /** Of its pass. */
      isLastPage: boolean
      publishedAtMs: readonly number[]
      /** `null` when it said nothing of that. */
      freshForSeconds: number | null
    }
  | { kind: 'problem'; problem: Problem }

export type Agenda = ReturnType<typeof createAgenda>

/** The page syncs two at a time; a few more, so that it never waits for us. What fails stops the rest early. */
const mostUnderWay = 4
/** The page did not do what it was told, or stopped in the middle: its podcast is looked at again some time later. */
const longestUnderWayMs = 10 * 60_000
/** A pass that nobody goes on with goes on by itself this soon. */
const goOnAfterMs = 60_000
/** A podcast on which nothing ever answers does not profit from the network's return any more. */
const mostSilencesForgiven = 3

/**
 * Which podcasts are due when, for one installation. Knows no timers, no files and no page, so that the fleet
 * simulation runs a million of them; all times are epoch milliseconds.
 */
export function createAgenda(kept: KeptAgenda, random: () => number) {
  let { serviceAddress, service } = kept
  let bySlug = new Map(kept.podcasts.map((podcast) => [podcast.slug, entryOf(podcast)]))
  let entries = [...bySlug.values()]
  let awaySinceMs: number | null = null

  function slotsAt(nowMs: number): number {
    if (awaySinceMs !== null) return 0
    if (service.kind === 'troubled') return nowMs < service.tryAtMs ? 0 : 1
    return mostUnderWay
  }

  function isDue(entry: AgendaEntry, nowMs: number): boolean {
    return entry.underWaySinceMs === null && entry.dueAtMs <= nowMs
  }

  /** Times that a clock which was set back, or a page that forgot, would leave standing for ever. */
  function mend(entry: AgendaEntry, nowMs: number): void {
    const since = entry.underWaySinceMs
    if (since !== null && (nowMs - since > longestUnderWayMs || since > nowMs)) {
      entry.underWaySinceMs = null
      entry.dueAtMs = nowMs + shortestEveryMs
    }
    if (entry.dueAtMs > nowMs + furthestDueMs && entry.source === 'stenobird') entry.dueAtMs = nowMs
  }

  /** What is due, the longest waiting first, and how many the service is being asked about. */
  function lookThrough(nowMs: number): { due: readonly AgendaEntry[]; underWay: number } {
    const due: AgendaEntry[] = []
    let underWay = 0
    const furthestMs = nowMs + furthestDueMs
    for (const entry of entries) {
      // Nearly all of them, nearly always.
      if (entry.underWaySinceMs === null && entry.dueAtMs > nowMs && entry.dueAtMs <= furthestMs) continue
      mend(entry, nowMs)
      if (isDue(entry, nowMs)) due.push(entry)
      else if (entry.underWaySinceMs !== null && entry.source === 'stenobird') underWay += 1
    }
    return { due: due.sort((one, other) => one.dueAtMs - other.dueAtMs), underWay }
  }

  function spreadOverdue(awayMs: number, nowMs: number): void {
    for (const entry of entries) {
      if (entry.source !== 'stenobird' || !isDue(entry, nowMs)) continue
      entry.dueAtMs = nowMs + delayAfterReturn(everyMsOfEntry(entry, nowMs), awayMs, random)
    }
  }

  function serviceAnsweredWell(nowMs: number): void {
    if (service.kind === 'well' || heldForMs(service, nowMs) > 0) return
    const awayMs = nowMs - service.sinceMs
    service = well
    spreadOverdue(awayMs, nowMs)
  }

  function observeProblem(entry: AgendaEntry, problem: Problem, nowMs: number): void {
    const wasUnderWay = entry.underWaySinceMs !== null
    entry.underWaySinceMs = null
    const everyMs = everyMsOfEntry(entry, nowMs)
    if (problem.code === 'cancelled') {
      // Stopped by the person. One that a closing page let go of is no longer under way, and stays due.
      if (wasUnderWay) entry.dueAtMs = nowMs + delayAfterAnswer(everyMs, 0, random)
    } else if (meansOffline(problem.code)) {
      entry.dueAtMs = nowMs + delayBeforeTrial(countSetback(entry, 'silence'), random)
    } else if (isServiceTrouble(problem)) {
      entry.dueAtMs = nowMs + delayBeforeTrial(countSetback(entry, 'service'), random)
      service = afterTrouble(service, problem, nowMs, random)
    } else {
      entry.dueAtMs = nowMs + delayAfterRefusal(everyMs, countSetback(entry, 'refusal'), random)
      serviceAnsweredWell(nowMs)
    }
  }

  function observeAnswer(
    entry: AgendaEntry,
    page: Extract<Outcome, { kind: 'answered' }>,
    nowMs: number,
  ): void {
    entry.lastCheckedAtMs = nowMs
    entry.setback = null
    learnPublications(entry, page.publishedAtMs, nowMs)
    if (page.freshForSeconds !== null) entry.freshUntilMs = nowMs + page.freshForSeconds * 1000
    if (page.isLastPage) {
      entry.underWaySinceMs = null
      entry.dueAtMs =
        entry.source === 'guide'
          ? Number.MAX_SAFE_INTEGER
          : nowMs + delayAfterAnswer(everyMsOfEntry(entry, nowMs), entry.freshUntilMs - nowMs, random)
    } else {
      entry.underWaySinceMs = nowMs
      entry.dueAtMs = nowMs + goOnAfterMs
    }
    serviceAnsweredWell(nowMs)
  }

  function nextLookAt(entry: AgendaEntry, nowMs: number): NextLook {
    if (entry.source === 'guide') return { kind: 'on-this-computer' }
    const tryAtMs = service.kind === 'troubled' ? service.tryAtMs : 0
    if (entry.dueAtMs > Math.max(nowMs, tryAtMs)) return { kind: 'at', atMs: entry.dueAtMs }
    if (awaySinceMs !== null) return { kind: 'unreachable' }
    if (tryAtMs <= nowMs) return { kind: 'now' }
    return heldForMs(service, nowMs) > 0
      ? { kind: 'held', untilMs: tryAtMs }
      : { kind: 'service-troubled', atMs: tryAtMs }
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

    /** Another service knows nothing of what the last one asked for, and is asked about everything. */
    moveToService: (address: string, nowMs: number): void => {
      if (address === serviceAddress) return
      const isFirst = serviceAddress === ''
      serviceAddress = address
      if (isFirst) return
      service = well
      for (const entry of entries) {
        if (entry.source !== 'stenobird') continue
        entry.dueAtMs = nowMs
        entry.setback = null
      }
    },

    /** The podcasts to look at now, the longest waiting first: at most as many as may be under way. */
    release: (nowMs: number): readonly string[] => {
      service = believable(service, nowMs)
      const { due, underWay } = lookThrough(nowMs)
      let slots = slotsAt(nowMs) - underWay
      const released: string[] = []
      for (const entry of due) {
        if (entry.source === 'stenobird') {
          if (slots <= 0) continue
          slots -= 1
        }
        entry.underWaySinceMs = nowMs
        released.push(entry.slug)
      }
      return released
    },

    /** When `release` may have something to give, if nothing else happens before; `null` when only that can help. */
    nextAtMs: (): number | null => {
      let underWay = 0
      let soonestEndMs = Number.POSITIVE_INFINITY
      let soonestDueMs = Number.POSITIVE_INFINITY
      for (const { source, dueAtMs, underWaySinceMs } of entries) {
        if (underWaySinceMs !== null) {
          underWay += 1
          soonestEndMs = Math.min(soonestEndMs, underWaySinceMs + longestUnderWayMs + 1)
        } else if (dueAtMs < soonestDueMs && source === 'stenobird') soonestDueMs = dueAtMs
      }
      const most = service.kind === 'troubled' ? 1 : mostUnderWay
      const hasRoom = awaySinceMs === null && underWay < most
      const notBeforeMs = service.kind === 'troubled' ? service.tryAtMs : 0
      const nextMs = hasRoom ? Math.min(soonestEndMs, Math.max(soonestDueMs, notBeforeMs)) : soonestEndMs
      return nextMs === Number.POSITIVE_INFINITY ? null : nextMs
    },

    /** A page of it is being asked for, by whomever. */
    begin: (slug: string, nowMs: number): void => {
      const entry = bySlug.get(slug)
      if (entry !== undefined) entry.underWaySinceMs = nowMs
    },

    observe: (slug: string, outcome: Outcome, nowMs: number): void => {
      const entry = bySlug.get(slug)
      if (entry === undefined) return
      if (outcome.kind === 'answered') observeAnswer(entry, outcome, nowMs)
      else observeProblem(entry, outcome.problem, nowMs)
    },

    /** The service had trouble with something else that it was asked for. */
    observeTrouble: (problem: Problem, nowMs: number): void => {
      if (isServiceTrouble(problem)) service = afterTrouble(service, problem, nowMs, random)
    },

    /** Milliseconds for which the service asked not to be asked, by nobody; 0 when it did not. */
    heldForMs: (nowMs: number): number => heldForMs(believable(service, nowMs), nowMs),

    /** What the page had under way is due again. */
    pageIsGone: (): void => {
      for (const entry of entries) entry.underWaySinceMs = null
    },

    lost: (nowMs: number): void => {
      awaySinceMs ??= nowMs
    },

    /**
     * After one's own absence everything overdue is looked at once. After the service's, everybody waits at its door:
     * what is overdue is spread.
     */
    back: (cause: AbsenceCause, nowMs: number): void => {
      const sinceMs = awaySinceMs
      awaySinceMs = null
      for (const entry of entries) {
        const { setback } = entry
        if (setback?.kind !== 'silence' || setback.timesInARow > mostSilencesForgiven) continue
        entry.dueAtMs = Math.min(entry.dueAtMs, nowMs)
      }
      if (cause === 'silent-service' && sinceMs !== null) spreadOverdue(nowMs - sinceMs, nowMs)
    },

    kept: (): KeptAgenda => ({
      serviceAddress,
      service,
      podcasts: entries.filter((entry) => entry.source === 'stenobird').map(keptOf),
    }),

    shown: (nowMs: number): Record<string, PodcastSchedule> =>
      Object.fromEntries(
        entries.map((entry) => [
          entry.slug,
          {
            lastCheckedAtMs: entry.lastCheckedAtMs,
            everyMs: everyMsOfEntry(entry, nowMs),
            next: nextLookAt(entry, nowMs),
          },
        ]),
      ),
  }
}
