import type { Problem } from '../../shared/result.ts'
import type { Holds } from '../net/holds.ts'
import type { SyncSchedule } from './schedule.ts'
import { asksForQuiet } from './service-trouble.ts'

/**
 * The gate to the service. Whoever asks it anything, be it a person, a sync, the outbox or a probe, asks through
 * here: a hold that one of them is told of holds for all, and is on the disk before the answer to that one goes out.
 */
export function createHeldService(parts: {
  serviceAddress: () => string
  schedule: Pick<SyncSchedule, 'heldUntilMs' | 'observeTrouble'>
  /** Epoch milliseconds. */
  now: () => number
}): Holds {
  const { serviceAddress, schedule, now } = parts
  const isService = ({ origin }: URL): boolean => origin === URL.parse(serviceAddress())?.origin

  return {
    refusal: (url) => {
      const leftMs = isService(url) ? schedule.heldUntilMs() - now() : 0
      return leftMs > 0 ? held(now(), leftMs) : null
    },
    heard: async (url, problem) => {
      if (isService(url) && asksForQuiet(problem)) await schedule.observeTrouble(problem)
    },
  }
}

const timeText = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short' })
const dayAndTimeText = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short' })
const halfADayMs = 12 * 3600_000

/** Says until when, not for how long: the sentence is read later as well. */
function held(nowMs: number, heldForMs: number): Problem {
  const text = heldForMs < halfADayMs ? timeText : dayAndTimeText
  return {
    code: 'held',
    message: `The service asked to be left alone until ${text.format(nowMs + heldForMs)}, so it was not asked. What waits goes on by itself after that, and what you have stays as it is; for anything else, try again then.`,
    retryAfterSeconds: Math.ceil(heldForMs / 1000),
  }
}
