import type { RequestState, TranscriptionRequest } from '../../shared/models/transcription-request.ts'

type RequestProblem = NonNullable<TranscriptionRequest['problem']>

/** What can happen to a request. */
export type RequestEvent =
  | { kind: 'send' }
  | { kind: 'accept' }
  /** Answered, and asking again will not change the answer. */
  | { kind: 'fail'; problem: RequestProblem }
  /** Answered, and worth another try at a later time. */
  | { kind: 'postpone'; problem: RequestProblem; nextAttemptAtMs: number }
  /** Not answered at all: offline, or Earmark ended meanwhile. No try. */
  | { kind: 'release' }
  | { kind: 'cancel' }
  | { kind: 'retry' }

type Transitions = Readonly<Partial<Record<RequestEvent['kind'], RequestState>>>

/** What stands in no row cannot happen. */
const requestTransitions: Readonly<Record<RequestState, Transitions>> = {
  waiting: { send: 'sending', cancel: 'cancelled' },
  sending: { accept: 'accepted', fail: 'failed', postpone: 'waiting', release: 'waiting' },
  failed: { retry: 'waiting', cancel: 'cancelled' },
  accepted: {},
  cancelled: {},
}

/** The request after `event`; `null` when the event cannot happen to it. `nowIso` is ISO 8601 UTC. */
export function afterEvent(
  request: TranscriptionRequest,
  event: RequestEvent,
  nowIso: string,
): TranscriptionRequest | null {
  const state = requestTransitions[request.state][event.kind]
  if (state === undefined) return null
  return { ...request, state, updatedAt: nowIso, ...whatElseChanges(request, event) }
}

function whatElseChanges(request: TranscriptionRequest, event: RequestEvent): Partial<TranscriptionRequest> {
  switch (event.kind) {
    case 'send':
    case 'release':
    case 'cancel':
      return {}
    case 'accept':
      return { problem: null }
    case 'fail':
      return { problem: event.problem, attempts: request.attempts + 1 }
    case 'postpone':
      return {
        problem: event.problem,
        attempts: request.attempts + 1,
        nextAttemptAtMs: event.nextAttemptAtMs,
      }
    case 'retry':
      return { problem: null, attempts: 0, nextAttemptAtMs: 0 }
  }
}
