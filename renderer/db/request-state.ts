import { stampAfter } from '../../shared/models/stamp.ts'
import type {
  Looking,
  RequestState,
  TranscriptionRequest,
} from '../../shared/models/transcription-request.ts'

type RequestProblem = NonNullable<TranscriptionRequest['problem']>

/** What can happen to a request. Times are epoch milliseconds. */
export type RequestEvent =
  | { kind: 'send' }
  | { kind: 'accept'; nextLookAtMs: number }
  /** Answered, and asking again will not change the answer. */
  | { kind: 'fail'; problem: RequestProblem }
  /** Answered, and worth another try at a later time. */
  | { kind: 'postpone'; problem: RequestProblem; nextAttemptAtMs: number }
  /** No try: nobody answered, Earmark ended meanwhile, or the service asks everybody to wait. */
  | { kind: 'release' }
  | { kind: 'cancel' }
  /** Looked at, and not processed yet; `null` when the two weeks are over. */
  | { kind: 'look'; seenState: string; nextLookAtMs: number | null }
  /** Looked at, and answered with something that tells nothing of the episode. */
  | { kind: 'miss'; problem: RequestProblem; nextLookAtMs: number | null }
  /** Looked at, and the service has no such episode any more. */
  | { kind: 'vanish'; problem: RequestProblem }
  /** The episode is processed. */
  | { kind: 'arrive' }
  /** The person was told that it is ready. */
  | { kind: 'tell' }
  /** The person wants it looked at now. */
  | { kind: 'look-again' }
  /** The person asks once more. */
  | { kind: 'ask' }
  /** The person takes it off the list, or takes that back. */
  | { kind: 'remove' }
  | { kind: 'put-back' }

type Transitions = Readonly<Partial<Record<RequestEvent['kind'], RequestState>>>

/** Of a request whose episode is looked at. */
const whileLooking = { look: 'processing', vanish: 'failed', arrive: 'ready' } as const

/** What stands in no row cannot happen. */
const requestTransitions: Readonly<Record<RequestState, Transitions>> = {
  // An episode can become processed without us, and a request that is moot is not sent.
  waiting: { send: 'sending', cancel: 'cancelled', arrive: 'ready' },
  // An episode that becomes processed just now is found so by the first look.
  sending: { accept: 'accepted', fail: 'failed', postpone: 'waiting', release: 'waiting' },
  accepted: { ...whileLooking, miss: 'accepted', 'look-again': 'accepted' },
  processing: { ...whileLooking, miss: 'processing', 'look-again': 'processing' },
  // The service can take a processed episode back, or its podcast can be removed and added anew.
  ready: { tell: 'ready', ask: 'waiting', remove: 'ready', 'put-back': 'ready' },
  failed: { ask: 'waiting', arrive: 'ready', remove: 'failed', 'put-back': 'failed' },
  cancelled: { ask: 'waiting', remove: 'cancelled', 'put-back': 'cancelled' },
}

/** The request after `event`; `null` when the event cannot happen to it. `nowIso` is ISO 8601 UTC. */
export function afterEvent(
  request: TranscriptionRequest,
  event: RequestEvent,
  nowIso: string,
): TranscriptionRequest | null {
  const state = requestTransitions[request.state][event.kind]
  if (state === undefined) return null
  const updatedAt = stampAfter(request.updatedAt, Date.parse(nowIso))
  return { ...request, state, updatedAt, ...whatElseChanges(request, event, nowIso) }
}

function whatElseChanges(
  request: TranscriptionRequest,
  event: RequestEvent,
  nowIso: string,
): Partial<TranscriptionRequest> {
  switch (event.kind) {
    case 'send':
    case 'release':
    case 'cancel':
      return {}
    case 'accept':
      return { problem: null, looking: lookingFrom(nowIso, event.nextLookAtMs, null) }
    case 'fail':
      return { problem: event.problem, attempts: request.attempts + 1 }
    case 'postpone': {
      const { problem, nextAttemptAtMs } = event
      return { problem, nextAttemptAtMs, attempts: request.attempts + 1 }
    }
    case 'look':
      return { problem: null, looking: lookedOnce(request, nowIso, event.nextLookAtMs, event.seenState) }
    case 'miss': {
      const { problem, nextLookAtMs } = event
      const seenState = request.looking?.seenState ?? null
      return { problem, looking: lookedOnce(request, nowIso, nextLookAtMs, seenState) }
    }
    case 'vanish':
      return { problem: event.problem, looking: null }
    case 'arrive':
      return { problem: null, looking: null, told: false }
    case 'tell':
      return { told: true }
    case 'look-again':
      return { problem: null, looking: lookingFrom(nowIso, 0, request.looking?.seenState ?? null) }
    case 'ask':
      return { ...onTheList, problem: null, askedAt: nowIso, attempts: 0, nextAttemptAtMs: 0, looking: null }
    case 'remove':
      return { removedAt: nowIso }
    case 'put-back':
      return onTheList
  }
}

const onTheList = { removedAt: null } as const

function lookingFrom(nowIso: string, nextLookAtMs: number, seenState: string | null): Looking {
  return { sinceMs: Date.parse(nowIso), looks: 0, nextLookAtMs, seenState }
}

function lookedOnce(
  { looking }: TranscriptionRequest,
  nowIso: string,
  nextLookAtMs: number | null,
  seenState: string | null,
): Looking {
  const nowMs = Date.parse(nowIso)
  // A clock that was set back since must not make the two weeks longer.
  const sinceMs = Math.min(looking?.sinceMs ?? nowMs, nowMs)
  return { sinceMs, looks: (looking?.looks ?? 0) + 1, nextLookAtMs, seenState }
}
