import type { TranscriptionRequest } from '../../shared/models/transcription-request.ts'

/** Longer than the service can ask us to wait; a time further ahead stems from a clock that was set back since. */
const longestWaitMs = 8 * 24 * 3600_000

type NextRequest =
  | { kind: 'now'; request: TranscriptionRequest }
  | { kind: 'later'; atMs: number }
  | { kind: 'none' }

/**
 * Which of the waiting requests, in the order they were asked for, is to be sent next. One that waits for its
 * time lets those after it pass, since each concerns another episode and one that the service chokes on must not
 * hold up the rest. Only "too many requests" is meant for all of us: then all of them wait.
 */
export function nextRequest(waiting: readonly TranscriptionRequest[], nowMs: number): NextRequest {
  if (waiting.length === 0) return { kind: 'none' }
  const heldUntilMs = Math.max(
    0,
    ...waiting
      .filter((request) => request.problem?.code === 'rate-limited')
      .map((request) => dueAtMs(request, nowMs)),
  )
  if (heldUntilMs > nowMs) return { kind: 'later', atMs: heldUntilMs }
  const request = waiting.find((candidate) => dueAtMs(candidate, nowMs) <= nowMs)
  if (request !== undefined) return { kind: 'now', request }
  return { kind: 'later', atMs: Math.min(...waiting.map((candidate) => dueAtMs(candidate, nowMs))) }
}

function dueAtMs(request: TranscriptionRequest, nowMs: number): number {
  return request.nextAttemptAtMs > nowMs + longestWaitMs ? nowMs : request.nextAttemptAtMs
}
