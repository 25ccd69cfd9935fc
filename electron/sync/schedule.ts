import type { FollowedPodcast, PodcastSchedule } from '../../shared/models/schedule.ts'
import type { PulledPage } from '../../shared/models/sync.ts'
import type { Problem, Result } from '../../shared/result.ts'
import { openJsonFile } from '../files/json-file.ts'
import type { AbsenceCause } from '../net/reachability.ts'
import { systemTimers, type Timers } from '../net/timers.ts'
import { createAgenda, emptyAgenda, keptAgendaSchema } from './agenda.ts'
import type { Outcome } from './outcome.ts'
import { createPacer } from './pacer.ts'
import { asksForQuiet } from './service-trouble.ts'
import type { Sources } from './sources.ts'

/** The page is told of changed states this often, and no more. */
const tellEveryMs = 1000
/** What is lost with a power failure in between costs a few conditional requests. */
const writeEveryMs = 3000
/** A timer that runs out too early, by a rounding say, is not set anew in a circle. */
const leastTimerMs = 1000
/** One that is to run for more than 24 days runs out at once; a due time can lie that far when the clock was set back. */
const longestTimerMs = 24 * 3600_000

export type SyncSchedule = {
  /** Of every page that is pulled so the schedule learns. */
  observed: (pull: Sources['pull']) => Sources['pull']
  /** Until when the service asked to be left alone by everybody, also when that is over: epoch milliseconds; 0 when it did not. */
  heldUntilMs: () => number
  /** The service had trouble, whatever it was asked for. Resolves once that is on the disk, whatever happens to us next. */
  observeTrouble: (problem: Problem) => Promise<void>
  /** The page listens. */
  start: () => void
  /** What the page follows now. */
  follow: (podcasts: readonly FollowedPodcast[]) => void
  /** What was read of these is lost. */
  readAnew: (podcastSlugs: readonly string[]) => void
  wake: () => void
  unreachable: () => void
  reachable: (cause: AbsenceCause) => void
  pageIsGone: () => void
  stop: () => void
}

/** Tells the page what is due, learns from every page that is pulled, and remembers over restarts. */
export async function openSyncSchedule(options: {
  /** Of its file. */
  path: string
  serviceAddress: () => string
  due: (podcastSlugs: readonly string[]) => void
  changed: (podcasts: Record<string, PodcastSchedule>) => void
  /** Told whenever `heldUntilMs` is another than before. */
  held: (untilMs: number) => void
  log: { warn: (text: string) => void }
  timers?: Timers
  random?: () => number
}): Promise<SyncSchedule> {
  const timers = options.timers ?? systemTimers
  const file = await openJsonFile(options.path, keptAgendaSchema, emptyAgenda, options.log)
  const agenda = createAgenda(file.read(), options.random ?? Math.random)
  let listening = false
  let stopped = false
  let cancelNext: (() => void) | null = null
  let toldHeldUntilMs = 0

  const tell = createPacer(timers, tellEveryMs, () => options.changed(agenda.shown(timers.now())))
  const keep = createPacer(timers, writeEveryMs, () => void write())

  function write(): Promise<void> {
    return file.write(agenda.kept()).catch((error: unknown) => {
      options.log.warn(`when podcasts are due could not be written: ${String(error)}`)
    })
  }

  /** Something happened: what is due now is due, and the next time is planned. */
  function goOn(): void {
    if (stopped) return
    const nowMs = timers.now()
    tellHold()
    const released = listening ? agenda.release(nowMs) : []
    if (released.length > 0) options.due(released)
    cancelNext?.()
    const nextMs = agenda.nextAtMs()
    const waitMs = nextMs === null ? longestTimerMs : Math.min(nextMs - nowMs, longestTimerMs)
    cancelNext = nextMs === null ? null : timers.after(Math.max(leastTimerMs, waitMs), goOn)
    tell.soon()
    keep.soon()
  }

  function heldUntilMs(): number {
    const nowMs = timers.now()
    agenda.moveToService(options.serviceAddress(), nowMs)
    return agenda.heldUntilMs(nowMs)
  }

  function tellHold(): void {
    const untilMs = heldUntilMs()
    if (untilMs !== toldHeldUntilMs) options.held(untilMs)
    toldHeldUntilMs = untilMs
  }

  return {
    heldUntilMs,
    observeTrouble: (problem) => {
      agenda.observeTrouble(problem, timers.now())
      goOn()
      return write()
    },
    observed: (pull) => async (request, signal) => {
      agenda.begin(request.podcastSlug, timers.now())
      const result = await pull(request, signal)
      agenda.observe(request.podcastSlug, outcomeOf(result), timers.now())
      goOn()
      // The hold itself is on the disk since the gate heard of it; that this podcast is due after it as well is not.
      if (!result.ok && asksForQuiet(result.problem)) await write()
      return result
    },
    start: () => {
      listening = true
      goOn()
    },
    follow: (podcasts) => {
      agenda.follow(podcasts, timers.now())
      goOn()
    },
    readAnew: (podcastSlugs) => {
      agenda.readAnew(podcastSlugs, timers.now())
      goOn()
    },
    wake: goOn,
    unreachable: () => {
      agenda.lost(timers.now())
      goOn()
    },
    reachable: (cause) => {
      agenda.back(cause, timers.now())
      goOn()
    },
    pageIsGone: () => {
      listening = false
      agenda.pageIsGone()
    },
    stop: () => {
      stopped = true
      cancelNext?.()
      tell.stop()
      // The app may end before it is written: what is on the disk already is not written once more.
      if (keep.stop()) void write()
    },
  }
}

function outcomeOf(result: Result<PulledPage>): Outcome {
  if (!result.ok) return { kind: 'problem', problem: result.problem }
  const { episodes, nextCursor, freshForSeconds } = result.value
  const publishedAtMs = episodes
    .map(({ publishedAt }) => Date.parse(publishedAt ?? ''))
    .filter((instant) => Number.isFinite(instant))
  return { kind: 'answered', isLastPage: nextCursor === null, publishedAtMs, freshForSeconds }
}
