import type { TranscriptionRequest } from '../../shared/models/transcription-request.ts'
import type { Problem, ProblemCode } from '../../shared/result.ts'
import type { RequestEvent } from '../db/request-state.ts'

/**
 * How a question ended. `unanswered`: nobody answered, or nobody knows; `told-to-wait`: the service asks everybody to
 * leave it alone.
 */
export type Ending = 'settled' | 'unanswered' | 'told-to-wait'

const firstDelayMs = 5_000
const longestDelayMs = 30 * 60_000
/** With the delays above, about four hours on average; then the person decides. */
const mostAttempts = 16
/** What an answer other than "accepted" does to the request that was being sent. */
export function eventOfProblem(
  request: TranscriptionRequest,
  answer: Problem,
  nowMs: number,
  random: () => number,
): RequestEvent {
  const { code, message } = answer
  if (quietSeconds(answer) !== null) return { kind: 'release' }
  const problem = { code, message }
  switch (fateOf(code)) {
    case 'not-sent':
      return { kind: 'release' }
    case 'final':
      return { kind: 'fail', problem }
    case 'try-later': {
      // "Too many requests" says nothing of this one, however often it is said.
      const isLast = code !== 'rate-limited' && request.attempts + 1 >= mostAttempts
      if (isLast) return { kind: 'fail', problem }
      return { kind: 'postpone', problem, nextAttemptAtMs: nowMs + backoffMs(request.attempts, random) }
    }
  }
}

/** For how many seconds the service asked everybody to leave it alone; `null` when it did not. */
export function quietSeconds({ code, retryAfterSeconds }: Problem): number | null {
  const isForAll = code === 'held' || code === 'rate-limited' || code === 'server-error'
  return isForAll && retryAfterSeconds !== undefined && retryAfterSeconds > 0 ? retryAfterSeconds : null
}

/** Milliseconds to wait after so many tries: full jitter, doubling. */
export function backoffMs(attempts: number, random: () => number): number {
  return random() * Math.min(longestDelayMs, firstDelayMs * 2 ** attempts)
}

type Fate = 'not-sent' | 'try-later' | 'final'

function fateOf(code: ProblemCode): Fate {
  switch (code) {
    case 'unreachable':
    case 'cancelled':
    case 'held':
      return 'not-sent'
    // It may have arrived, and one that the service chokes on must not hold up those after it.
    case 'timeout':
    case 'rate-limited':
    case 'server-error':
    case 'unreadable':
    case 'too-large':
    case 'file':
    case 'disk-full':
    case 'second-home':
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
