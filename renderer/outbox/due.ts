import type { TranscriptionRequest } from '../../shared/models/transcription-request.ts'

/** Longer than the service can ask us to wait; a time further ahead stems from a clock that was set back since. */
const longestWaitMs = 8 * 24 * 3600_000

/** `send`: a waiting request; `look`: at the episode of an accepted one. */
export type Job = { kind: 'send' | 'look'; request: TranscriptionRequest }
type NextJob = Job | { kind: 'later'; atMs: number } | { kind: 'none' }

/**
 * What is to be done next for these requests, given in the order they were asked for: sending comes before looking. One
 * that waits for its time lets those after it pass, since each concerns another episode and one that the service
 * chokes on must not hold up the rest. Only when the service asked to be left alone, all of them wait until
 * `restUntilMs`.
 */
export function nextJob(
  requests: readonly TranscriptionRequest[],
  nowMs: number,
  restUntilMs: number,
): NextJob {
  const heldUntilMs = believed(restUntilMs, nowMs)
  const timed = requests.flatMap((request) => {
    const atMs = dueAtMs(request)
    return atMs === null ? [] : [{ request, atMs: Math.max(believed(atMs, nowMs), heldUntilMs) }]
  })
  const due = timed.filter(({ atMs }) => atMs <= nowMs).map(({ request }) => request)
  const toSend = due.find(({ state }) => state === 'waiting')
  if (toSend !== undefined) return { kind: 'send', request: toSend }
  const [toLookAt] = due
  if (toLookAt !== undefined) return { kind: 'look', request: toLookAt }
  if (timed.length === 0) return { kind: 'none' }
  return { kind: 'later', atMs: Math.min(...timed.map(({ atMs }) => atMs)) }
}

/** `null` when nothing is to be done by itself. */
function dueAtMs({ state, nextAttemptAtMs, looking }: TranscriptionRequest): number | null {
  switch (state) {
    case 'waiting':
      return nextAttemptAtMs
    case 'accepted':
    case 'processing':
      return looking?.nextLookAtMs ?? null
    case 'sending':
    case 'ready':
    case 'failed':
    case 'cancelled':
      return null
  }
}

/** A time as it can be believed now, with a clock that may have been set back since. */
export function believed(atMs: number, nowMs: number): number {
  return atMs > nowMs + longestWaitMs ? nowMs : atMs
}
