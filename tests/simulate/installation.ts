import { delayBeforeProbe } from '../../electron/net/reachability.ts'
import { type Agenda, createAgenda } from '../../electron/sync/agenda.ts'
import type { KeptEntry } from '../../electron/sync/agenda-entry.ts'
import { delayAfterAnswer } from '../../electron/sync/due.ts'
import type { Outcome } from '../../electron/sync/outcome.ts'
import { everyMsOf } from '../../electron/sync/rhythm.ts'
import type { ProblemCode } from '../../shared/result.ts'
import { drawPodcast, newestAt, type SimulatedPodcast } from './mix.ts'
import type { Outage, Scenario } from './scenario.ts'
import { count, countDelay, type Tally } from './tally.ts'

const hourMs = 3600_000
const dayMs = 24 * hourMs
/** Of the simulation, midnight. */
const beginMs = Date.UTC(2026, 2, 10)
const podcastsFollowed = 40

/** A GET that fails is repeated twice within seconds (`electron/net/retry.ts`), unless it was told to wait. */
const triesOfFailing = 3
/** News: the list, and the podcast itself. */
const requestsOfNews = 2
/** A whole list is read once a week: two pages, the podcast, and what came after. */
const requestsOfSweep = 4
const sweepEveryMs = 7 * dayMs

const slugs = Array.from({ length: podcastsFollowed }, (_, number) => `p${number}`)
const numberOfSlug = new Map(slugs.map((slug, number) => [slug, number]))

/** Lets one installation live through the scenario, on the scheduler's real code; answers take no time. */
export function liveThrough(scenario: Scenario, tally: Tally, random: () => number): void {
  const run = runOf(scenario, random)
  const podcasts = slugs.map(() => drawPodcast(beginMs, random))
  const kept = podcasts.map((podcast, number) =>
    stationaryEntry(slugs[number] ?? '', podcast, beginMs + run.keptAtMs, random),
  )
  const life: Life = {
    agenda: createAgenda({ serviceAddress: 'simulated', service: { kind: 'well' }, podcasts: kept }, random),
    tally,
    random,
    podcasts,
    lastSeenMs: kept.map(({ lastCheckedAtMs }) => lastCheckedAtMs ?? 0),
    outage: scenario.outage,
    failedProbes: 0,
    probeAtMs: Number.POSITIVE_INFINITY,
  }
  if (scenario.runs === 'mornings') count(tally, 'probes', run.fromMs, 1)
  live(life, beginMs + run.fromMs, beginMs + run.untilMs)
}

/** When an installation runs, and from when the state stems that it begins with; since the simulation's beginning. */
function runOf({ runs, lengthMs }: Scenario, random: () => number) {
  if (runs === 'always') return { keptAtMs: 0, fromMs: 0, untilMs: lengthMs }
  return { keptAtMs: -2 * hourMs, fromMs: (8 + random()) * hourMs, untilMs: 22 * hourMs }
}

/** A podcast as an installation that has run for long has it: somewhere in an interval, in long ones more likely. */
function stationaryEntry(
  slug: string,
  { publishedAtMs, gapMs }: SimulatedPodcast,
  nowMs: number,
  random: () => number,
): KeptEntry {
  const everyMs = everyMsOf(gapMs, publishedAtMs[0] ?? null, nowMs)
  const longest = delayAfterAnswer(everyMs, 0, () => 1)
  let delay = delayAfterAnswer(everyMs, 0, random)
  while (random() * longest > delay) delay = delayAfterAnswer(everyMs, 0, random)
  const lastCheckedAtMs = nowMs - random() * delay
  return {
    slug,
    source: 'stenobird',
    publishedAtMs,
    lastCheckedAtMs,
    dueAtMs: lastCheckedAtMs + delay,
    setback: null,
  }
}

type Life = {
  agenda: Agenda
  tally: Tally
  random: () => number
  /** By number, as the next. */
  podcasts: readonly SimulatedPodcast[]
  /** When each podcast was last looked at with success. */
  lastSeenMs: number[]
  outage: Outage | null
  failedProbes: number
  /** When the service is probed next; never while it can be reached. */
  probeAtMs: number
}

function live(life: Life, fromMs: number, untilMs: number): void {
  const { agenda } = life
  let nowMs = fromMs
  while (nowMs < untilMs) {
    if (nowMs >= life.probeAtMs) probe(life, nowMs)
    for (const slug of agenda.release(nowMs)) look(life, slug, nowMs)
    const nextMs = Math.min(agenda.nextAtMs() ?? Number.POSITIVE_INFINITY, life.probeAtMs)
    nowMs = Math.max(nowMs, nextMs)
  }
}

function isAway({ outage }: Life, nowMs: number): Outage | null {
  const atMs = nowMs - beginMs
  return outage !== null && atMs >= outage.fromMs && atMs < outage.untilMs ? outage : null
}

function look(life: Life, slug: string, nowMs: number): void {
  const outage = isAway(life, nowMs)
  life.agenda.observe(
    slug,
    outage === null ? answered(life, slug, nowMs) : failed(life, outage, nowMs),
    nowMs,
  )
}

function answered(life: Life, slug: string, nowMs: number): Outcome {
  const { tally, random } = life
  const number = numberOfSlug.get(slug) ?? -1
  const podcast = life.podcasts[number]
  if (podcast === undefined) throw new Error(`The agenda released “${slug}”, which is not followed.`)
  const lastMs = life.lastSeenMs[number] ?? 0
  life.lastSeenMs[number] = nowMs
  const newestMs = newestAt(podcast, nowMs)
  const hasNews = newestMs > lastMs
  if (hasNews) countDelay(tally, nowMs - newestMs)
  const atMs = nowMs - beginMs
  if (random() * sweepEveryMs < nowMs - lastMs) count(tally, 'withBody', atMs, requestsOfSweep)
  else if (hasNews) count(tally, 'withBody', atMs, requestsOfNews)
  else count(tally, 'unchanged', atMs, 1)
  return hasNews ? { ...unchanged, publishedAtMs: [newestMs] } : unchanged
}

const unchanged = { kind: 'answered', isLastPage: true, publishedAtMs: [], freshForSeconds: null } as const

function failed(life: Life, { how }: Outage, nowMs: number): Outcome {
  count(life.tally, 'failed', nowMs - beginMs, how === 'holds' ? 1 : triesOfFailing)
  switch (how) {
    case 'fails':
      return problem('server-error')
    case 'holds':
      return problem('server-error', 600)
    case 'refuses':
      if (life.probeAtMs === Number.POSITIVE_INFINITY) {
        life.agenda.lost(nowMs)
        life.failedProbes = 0
        planProbe(life, nowMs)
      }
      return problem('unreachable')
  }
}

function problem(code: ProblemCode, retryAfterSeconds?: number): Outcome {
  const told = retryAfterSeconds === undefined ? {} : { retryAfterSeconds }
  return { kind: 'problem', problem: { code, message: '', ...told } }
}

function planProbe(life: Life, nowMs: number): void {
  life.probeAtMs = nowMs + delayBeforeProbe('silent-service', life.failedProbes, life.random)
}

function probe(life: Life, nowMs: number): void {
  count(life.tally, 'probes', nowMs - beginMs, 1)
  if (isAway(life, nowMs) === null) {
    life.probeAtMs = Number.POSITIVE_INFINITY
    life.agenda.back('silent-service', nowMs)
  } else {
    life.failedProbes += 1
    planProbe(life, nowMs)
  }
}
