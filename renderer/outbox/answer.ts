import type { TranscriptionRequest } from '../../shared/models/transcription-request.ts'
import type { Problem, ProblemCode } from '../../shared/result.ts'
import type { RequestEvent } from '../db/request-state.ts'

const firstDelayMs = 5_000
const longestDelayMs = 30 * 60_000
/** With the delays above, about four hours on average; then the person decides. */
const mostAttempts = 16
/** Spreads those that were told to wait the same time. */
const retryAfterJitter = 0.1

/** What an answer other than "accepted" does to the request that was being sent. */
export function eventOfProblem(
  request: TranscriptionRequest,
  { code, message, retryAfterSeconds }: Problem,
  nowMs: number,
  random: () => number,
): RequestEvent {
  const problem = { code, message }
  switch (fateOf(code)) {
    case 'not-sent':
      return { kind: 'release' }
    case 'final':
      return { kind: 'fail', problem }
    case 'try-later': {
      if (request.attempts + 1 >= mostAttempts) return { kind: 'fail', problem }
      const toldMs = heldUntilMs(retryAfterSeconds, nowMs, random)
      const nextAttemptAtMs = toldMs === 0 ? nowMs + backoffMs(request.attempts, random) : toldMs
      // "Too many requests" is meant for all of us, also when no time goes with it.
      const holdsAll = toldMs > 0 || code === 'rate-limited'
      return { kind: 'postpone', problem, nextAttemptAtMs, heldUntilMs: holdsAll ? nextAttemptAtMs : 0 }
    }
  }
}

/** Until when the service asked to be left alone, and never earlier; 0 when it did not. */
export function heldUntilMs(
  retryAfterSeconds: number | undefined,
  nowMs: number,
  random: () => number,
): number {
  if (retryAfterSeconds === undefined) return 0
  return nowMs + retryAfterSeconds * 1000 * (1 + random() * retryAfterJitter)
}

/** Full jitter, doubling. */
function backoffMs(attempts: number, random: () => number): number {
  return random() * Math.min(longestDelayMs, firstDelayMs * 2 ** attempts)
}

type Fate = 'not-sent' | 'try-later' | 'final'

function fateOf(code: ProblemCode): Fate {
  switch (code) {
    case 'unreachable':
    case 'cancelled':
      return 'not-sent'
    // It may have arrived, and one that the service chokes on must not hold up those after it.
    case 'timeout':
    case 'rate-limited':
    case 'server-error':
    case 'unreadable':
    case 'too-large':
    case 'file':
    case 'disk-full':
    case 'internal':
      return 'try-later'
    case 'bad-address':
    case 'blocked-address':
    case 'not-found':
    case 'refused':
    case 'rejected':
    case 'not-audio':
    case 'no-audio':
    case 'bad-arguments':
      return 'final'
  }
}
