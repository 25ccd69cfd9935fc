import type { RequestState, TranscriptionRequest } from '../../shared/models/transcription-request.ts'
import { whenText } from './when-text.ts'

type RequestStatus = {
  state: RequestState
  words: string
  /** Why it stands so, or what comes next; `null` when the words say it all. */
  reason: string | null
}

/** How a request stands, for a person. */
export function requestStatus(request: TranscriptionRequest, online: boolean, nowMs: number): RequestStatus {
  const { state, problem } = request
  const reason = problem?.message ?? null
  switch (state) {
    case 'waiting':
      return { state, words: waitingWords(request, online, nowMs), reason }
    case 'sending':
      return { state, words: 'Sending', reason: null }
    case 'accepted':
    case 'processing':
      return {
        state,
        words: state === 'accepted' ? 'Accepted' : 'Processing',
        reason: lookingText(request, online, nowMs),
      }
    case 'ready':
      return { state, words: 'Ready', reason: 'Its parts are on the page of the episode.' }
    case 'failed':
      return { state, words: 'Failed', reason }
    case 'cancelled':
      return { state, words: 'Cancelled', reason: null }
  }
}

/** Whether its words tell of a time to come. */
export function hasATime({ state }: TranscriptionRequest): boolean {
  return state === 'waiting' || state === 'accepted' || state === 'processing'
}

/** Whether the two weeks are over in which Earmark looks by itself. */
function isParked({ looking }: TranscriptionRequest): boolean {
  return looking !== null && looking.nextLookAtMs === null
}

function waitingWords(
  { nextAttemptAtMs, heldUntilMs, problem }: TranscriptionRequest,
  online: boolean,
  nowMs: number,
): string {
  if (!online) return 'Waiting, and sent once you are online'
  if (nextAttemptAtMs <= nowMs) return 'Waiting to be sent'
  const when = whenText(nextAttemptAtMs, nowMs)
  return heldUntilMs > nowMs && problem !== null
    ? `Waiting as the service asked, and sent again ${when}`
    : `Waiting, and sent again ${when}`
}

function lookingText(request: TranscriptionRequest, online: boolean, nowMs: number): string {
  const { looking, problem } = request
  const seen =
    looking === null || looking.seenState === null
      ? 'The service has taken it.'
      : `The service calls the episode “${looking.seenState}”.`
  if (isParked(request)) {
    return `${seen} It was not processed within two weeks, so Earmark no longer looks by itself.`
  }
  const missed = problem === null ? seen : `The last look brought nothing: ${problem.message}`
  return `${missed} ${nextLookText(looking?.nextLookAtMs ?? 0, online, nowMs)}`
}

function nextLookText(atMs: number, online: boolean, nowMs: number): string {
  if (!online) return 'Earmark looks again once you are online.'
  if (atMs <= nowMs) return 'Earmark is about to look again.'
  return `Earmark looks again ${whenText(atMs, nowMs)}.`
}
