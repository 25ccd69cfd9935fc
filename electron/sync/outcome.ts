import { meansOffline, type Problem } from '../../shared/result.ts'
import { type AgendaEntry, countSetback, everyMsOfEntry, learnPublications } from './agenda-entry.ts'
import { delayAfterAnswer, delayAfterRefusal, delayBeforeTrial } from './due.ts'
import { isServiceTrouble } from './service-trouble.ts'

/** What came of asking for one page of a podcast. */
export type Outcome = PageAnswer | { kind: 'problem'; problem: Problem }

type PageAnswer = {
  kind: 'answered'
  /** Of its pass. */
  isLastPage: boolean
  publishedAtMs: readonly number[]
  /** `null` when it said nothing of that. */
  freshForSeconds: number | null
}

/** A pass that nobody goes on with goes on by itself this soon. */
const goOnAfterMs = 60_000

/**
 * What a podcast's entry learns from an outcome, and when it is due by that. Tells whether the service answered the
 * question, be it with a no.
 */
export function learnOutcome(
  entry: AgendaEntry,
  outcome: Outcome,
  nowMs: number,
  random: () => number,
): boolean {
  if (outcome.kind === 'problem') return learnProblem(entry, outcome.problem, nowMs, random)
  learnAnswer(entry, outcome, nowMs, random)
  return true
}

function learnAnswer(entry: AgendaEntry, page: PageAnswer, nowMs: number, random: () => number): void {
  entry.lastCheckedAtMs = nowMs
  entry.setback = null
  learnPublications(entry, page.publishedAtMs, nowMs)
  if (page.freshForSeconds !== null) entry.freshUntilMs = nowMs + page.freshForSeconds * 1000
  if (!page.isLastPage) {
    entry.underWaySinceMs = nowMs
    entry.dueAtMs = nowMs + goOnAfterMs
    return
  }
  entry.underWaySinceMs = null
  entry.dueAtMs =
    entry.source === 'guide'
      ? Number.MAX_SAFE_INTEGER
      : nowMs + delayAfterAnswer(everyMsOfEntry(entry, nowMs), entry.freshUntilMs - nowMs, random)
}

function learnProblem(entry: AgendaEntry, problem: Problem, nowMs: number, random: () => number): boolean {
  const wasUnderWay = entry.underWaySinceMs !== null
  entry.underWaySinceMs = null
  const everyMs = everyMsOfEntry(entry, nowMs)
  // Nobody was asked, so nothing is learnt of the podcast: it is due as soon as the hold ends.
  if (problem.code === 'held') return false
  if (problem.code === 'cancelled') {
    // Stopped by the person. One that a closing page let go of is no longer under way, and stays due.
    if (wasUnderWay) entry.dueAtMs = nowMs + delayAfterAnswer(everyMs, 0, random)
    return false
  }
  if (meansOffline(problem.code)) {
    entry.dueAtMs = nowMs + delayBeforeTrial(countSetback(entry, 'silence'), random)
    return false
  }
  if (isServiceTrouble(problem)) {
    entry.dueAtMs = nowMs + delayBeforeTrial(countSetback(entry, 'service'), random)
    return false
  }
  const refusals = countSetback(entry, 'refusal')
  // A single no about a podcast that was answered about before can be a slip, and is asked about once more soon.
  const isSlip = refusals === 1 && entry.lastCheckedAtMs !== null
  entry.dueAtMs =
    nowMs + (isSlip ? delayBeforeTrial(1, random) : delayAfterRefusal(everyMs, refusals, random))
  return true
}
