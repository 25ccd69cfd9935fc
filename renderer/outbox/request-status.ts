import type { RequestState, TranscriptionRequest } from '../../shared/models/transcription-request.ts'
import { whenText } from './when-text.ts'

type RequestStatus = {
  state: RequestState
  words: string
  /** Why it stands so, or what comes next; `null` when the words say it all. */
  reason: string | null
}

/** What decides beside the request itself when something happens. Times are epoch milliseconds. */
export type Circumstances = {
  online: boolean
  nowMs: number
  /** Until when the service asked to be left alone by everybody, or a time that is over. */
  heldUntilMs: number
}

/** How a request stands, for a person. */
export function requestStatus(request: TranscriptionRequest, now: Circumstances): RequestStatus {
  const { state, problem } = request
  switch (state) {
    case 'waiting':
      return { state, words: 'Waiting', reason: waitingText(request, now) }
    case 'sending':
      return { state, words: 'Sending', reason: 'It is on its way.' }
    case 'accepted':
      return { state, words: 'Accepted', reason: lookingText(request, now) }
    case 'processing':
      return { state, words: 'Processing', reason: lookingText(request, now) }
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

const leftAlone = 'The service asked to be left alone for a while.'

function waitingText(request: TranscriptionRequest, now: Circumstances): string {
  const { heldUntilMs } = now
  const why = heldUntilMs > now.nowMs ? leftAlone : whyText(request)
  const next = nextSendingText(request, Math.max(request.nextAttemptAtMs, heldUntilMs), now)
  return why === null ? next : `${why} ${next}`
}

/** Its own message would say "try again later", which is what happens by itself. */
function whyText({ problem }: TranscriptionRequest): string | null {
  if (problem === null) return null
  return problem.code === 'server-error' ? 'The service has trouble of its own.' : problem.message
}

function nextSendingText(
  { attempts }: TranscriptionRequest,
  atMs: number,
  { online, nowMs }: Circumstances,
): string {
  if (!online) return 'It is waiting, and sent once you are online.'
  if (atMs <= nowMs) return 'It is sent in a moment.'
  return `It is sent ${attempts === 0 ? '' : 'again '}${whenText(atMs, nowMs)}.`
}

function lookingText(request: TranscriptionRequest, now: Circumstances): string {
  const { looking } = request
  const seen =
    looking === null || looking.seenState === null
      ? 'The service accepted it.'
      : `The service calls the episode “${looking.seenState}”.`
  if (isParked(request)) {
    return `${seen} It was not processed within two weeks, so Earmark no longer looks by itself.`
  }
  const dueAtMs = looking?.nextLookAtMs ?? 0
  const { heldUntilMs } = now
  // Where the service is what the next look waits for, that is what there is to know.
  if (heldUntilMs > Math.max(dueAtMs, now.nowMs)) return `${leftAlone} ${nextLookText(heldUntilMs, now)}`
  const why = whyText(request)
  const missed = why === null ? seen : `The last look brought nothing: ${why}`
  return `${missed} ${nextLookText(dueAtMs, now)}`
}

function nextLookText(atMs: number, { online, nowMs }: Circumstances): string {
  if (!online) return 'Earmark looks again once you are online.'
  if (atMs <= nowMs) return 'Earmark is about to look again.'
  return `Earmark looks again ${whenText(atMs, nowMs)}.`
}
