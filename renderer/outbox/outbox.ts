import { useServiceHold } from '../connectivity/service-hold.ts'
import { useConnectivity } from '../connectivity/store.ts'
import { applyEvent, outboxRequests, requestsIn } from '../db/requests.ts'
import { watch } from '../db/watch.ts'
import { reportFault } from '../shell/faults.ts'
import type { Ending } from './answer.ts'
import { type Job, nextJob } from './due.ts'
import { lookAtEpisode } from './look-at-episode.ts'
import { createRest } from './rest.ts'
import { sendRequest } from './send-request.ts'

/** After a question that nobody answered, though we seemed to be online. */
const unansweredPauseMs = 30_000
/** After a change that could not be stored. */
const storePauseMs = 30_000
/** A timer stands still while the machine sleeps, and knows nothing of a clock that is set. */
const longestNapMs = 10 * 60_000

let running: { stop: () => void } | null = null
/** What an outbox that was stopped still had under way. */
let lastWork: Promise<void> = Promise.resolve()

/**
 * Sends waiting requests and looks at the episodes of accepted ones, one after the other, while online: those left
 * from last time, new ones as they are asked for, and the others when their time has come. There is one outbox at work,
 * however often this is called. Returns how to stop it.
 */
export function startOutbox(random: () => number = Math.random): () => void {
  running ??= { stop: run(random) }
  return stopOutbox
}

function stopOutbox(): void {
  running?.stop()
  running = null
}

function run(random: () => number): () => void {
  /** Once the one before this has nothing under way. */
  let begun = false
  let stopped = false
  let working = false
  let askedAgain = false
  /** Whether some may stand as being sent that are not. */
  let unsettled = true
  let pausedUntilMs = 0
  const rest = createRest(random)
  let timer: ReturnType<typeof setTimeout> | undefined

  function workOff(): void {
    if (!begun) return
    if (working) askedAgain = true
    else lastWork = work()
  }

  async function work(): Promise<void> {
    working = true
    try {
      do {
        askedAgain = false
        await workUntilNothingIsDue()
      } while (askedAgain)
    } catch (fault) {
      // A disk that takes nothing just now. What was under way is in doubt until it does.
      reportFault(fault)
      unsettled = true
      wakeAt(Date.now() + storePauseMs)
    } finally {
      working = false
    }
  }

  async function workUntilNothingIsDue(): Promise<void> {
    clearTimeout(timer)
    if (unsettled) await takeBackUnanswered()
    unsettled = false
    while (!stopped && useConnectivity.getState().online) {
      const requests = await outboxRequests()
      const nowMs = Date.now()
      const job = nextJob(requests, nowMs, rest.untilMs(useServiceHold.getState().untilMs, nowMs))
      if (job.kind === 'none') return
      // A pause never outlasts its length, also when the clock is set back in it.
      pausedUntilMs = Math.min(pausedUntilMs, Date.now() + unansweredPauseMs)
      const atMs = Math.max(job.kind === 'later' ? job.atMs : 0, pausedUntilMs)
      if (atMs > Date.now()) return wakeAt(atMs)
      if (job.kind !== 'later') learn(await settle(job))
    }
  }

  function settle({ kind, request }: Job): Promise<Ending> {
    return kind === 'send' ? sendRequest(request, random) : lookAtEpisode(request, random)
  }

  function learn(ending: Ending): void {
    if (ending === 'unanswered') pausedUntilMs = Date.now() + unansweredPauseMs * (0.5 + random() / 2)
    else rest.answered(ending === 'told-to-wait')
  }

  function wakeAt(atMs: number): void {
    clearTimeout(timer)
    if (!stopped) timer = setTimeout(workOff, Math.min(longestNapMs, atMs - Date.now()))
  }

  const stops = [
    useConnectivity.subscribe((now, before) => {
      if (!now.online || before.online) return
      pausedUntilMs = 0
      workOff()
    }),
    useServiceHold.subscribe(workOff),
  ]
  void Promise.allSettled([lastWork]).then(() => {
    // Fires once for those that are open now, then whenever one is asked for, cancelled or to be looked at again.
    begun = true
    if (!stopped) stops.push(watch(outboxRequests, workOff))
  })

  return () => {
    stopped = true
    clearTimeout(timer)
    for (const stop of stops) stop()
  }
}

/**
 * Those that were being sent when Earmark ended, or when the disk took nothing. Whether they arrived is not known; sent
 * again under the same key they count once.
 */
async function takeBackUnanswered(): Promise<void> {
  for (const request of await requestsIn('sending')) await applyEvent(request.id, { kind: 'release' })
}
