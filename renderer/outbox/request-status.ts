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
  switch (state) {
    case 'waiting':
      return { state, words: 'Waiting', reason: waitingText(request, online, nowMs) }
    case 'sending':
      return { state, words: 'Sending', reason: 'It is on its way.' }
    case 'accepted':
      return { state, words: 'Accepted', reason: lookingText(request, online, nowMs) }
    case 'processing':
      return { state, words: 'Processing', reason: lookingText(request, online, nowMs) }
    case 'ready':
      return { state, words: 'Ready', reason: 'Its parts are on the page of the episode.' }
    case 'failed':
      return { state, words: 'Failed', reason: failedText(problem?.message ?? null) }
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

function failedText(message: string | null): string {
  const parked = 'Earmark does not ask again by itself.'
  return message === null ? parked : `${message} ${parked}`
}

function waitingText(request: TranscriptionRequest, online: boolean, nowMs: number): string {
  const { heldUntilMs, problem } = request
  if (heldUntilMs > nowMs) {
    return `The service asked to be left alone for a while. ${nextSendingText(request, online, nowMs)}`
  }
  const why = problem === null ? '' : `${problem.message} `
  return `${why}${nextSendingText(request, online, nowMs)}`
}

type NextSending = Pick<TranscriptionRequest, 'nextAttemptAtMs'>

function nextSendingText({ nextAttemptAtMs }: NextSending, online: boolean, nowMs: number): string {
  if (!online) return 'It is waiting, and sent once you are online.'
  if (nextAttemptAtMs <= nowMs) return 'It is sent in a moment.'
  return `It is sent again ${whenText(nextAttemptAtMs, nowMs)}.`
}

function lookingText(request: TranscriptionRequest, online: boolean, nowMs: number): string {
  const { looking, problem } = request
  const seen =
    looking === null || looking.seenState === null
      ? 'The service accepted it.'
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
