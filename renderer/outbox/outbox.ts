import { useConnectivity } from '../connectivity/store.ts'
import { applyEvent, requestsIn } from '../db/requests.ts'
import { watch } from '../db/watch.ts'
import { reportFault } from '../shell/faults.ts'
import { nextRequest } from './due.ts'
import { sendRequest } from './send-request.ts'

/** After a request that nobody answered, though we seemed to be online. */
const unansweredPauseMs = 30_000
/** After a change that could not be stored. */
const storePauseMs = 30_000
/** Above this a timer of the browser's fires at once. */
const longestTimerMs = 2 ** 31 - 1

let running: { stop: () => void } | null = null
/** What a sender that was stopped still had under way. */
let lastSending: Promise<void> = Promise.resolve()

/**
 * Sends waiting requests, one after the other, while online: those left from last time, new ones as they are
 * asked for, and postponed ones when their time has come. There is one sender, however often this is called.
 * Returns how to stop it.
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
  /** Once the sender before this one has nothing under way. */
  let begun = false
  let stopped = false
  let sending = false
  let askedAgain = false
  /** Whether some may stand as being sent that are not. */
  let unsettled = true
  let pausedUntilMs = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  function sendDue(): void {
    if (!begun) return
    if (sending) askedAgain = true
    else lastSending = send()
  }

  async function send(): Promise<void> {
    sending = true
    try {
      do {
        askedAgain = false
        await sendUntilNoneIsDue()
      } while (askedAgain)
    } catch (fault) {
      // A disk that takes nothing just now. What was under way is in doubt until it does.
      reportFault(fault)
      unsettled = true
      wakeAt(Date.now() + storePauseMs)
    } finally {
      sending = false
    }
  }

  async function sendUntilNoneIsDue(): Promise<void> {
    clearTimeout(timer)
    if (unsettled) await takeBackUnanswered()
    unsettled = false
    while (!stopped && useConnectivity.getState().online) {
      const next = nextRequest(await requestsIn('waiting'), Date.now())
      if (next.kind === 'none') return
      // A pause never outlasts its length, also when the clock is set back in it.
      pausedUntilMs = Math.min(pausedUntilMs, Date.now() + unansweredPauseMs)
      const atMs = Math.max(next.kind === 'later' ? next.atMs : 0, pausedUntilMs)
      if (atMs > Date.now()) return wakeAt(atMs)
      if (next.kind === 'now' && (await sendRequest(next.request, random)) === 'unanswered') {
        pausedUntilMs = Date.now() + unansweredPauseMs * (0.5 + random() / 2)
      }
    }
  }

  function wakeAt(atMs: number): void {
    clearTimeout(timer)
    if (!stopped) timer = setTimeout(sendDue, Math.min(longestTimerMs, atMs - Date.now()))
  }

  const stops = [
    useConnectivity.subscribe((now, before) => {
      if (!now.online || before.online) return
      pausedUntilMs = 0
      sendDue()
    }),
  ]
  void Promise.allSettled([lastSending]).then(() => {
    // Fires once for those that wait now, then whenever one is added, cancelled or tried again.
    begun = true
    if (!stopped) stops.push(watch(() => requestsIn('waiting'), sendDue))
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
