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
  problem: Problem,
  nowMs: number,
  random: () => number,
): RequestEvent {
  const { code, message } = problem
  switch (fateOf(code)) {
    case 'not-sent':
      return { kind: 'release' }
    case 'final':
      return { kind: 'fail', problem: { code, message } }
    case 'try-later':
      return request.attempts + 1 >= mostAttempts
        ? { kind: 'fail', problem: { code, message } }
        : {
            kind: 'postpone',
            problem: { code, message },
            nextAttemptAtMs: nowMs + delayMs(problem.retryAfterSeconds, request.attempts, random),
          }
  }
}

/** Full jitter, doubling; never earlier than the service asked for. */
function delayMs(retryAfterSeconds: number | undefined, attempts: number, random: () => number): number {
  if (retryAfterSeconds !== undefined) return retryAfterSeconds * 1000 * (1 + random() * retryAfterJitter)
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
