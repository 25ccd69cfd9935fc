import type { RequestState, TranscriptionRequest } from '../../shared/models/transcription-request.ts'

type RequestStatus = {
  state: RequestState
  words: string
  /** Why it stands so, or what comes next; `null` when the words say it all. */
  reason: string | null
}

/** How a request stands, for a person. */
export function requestStatus(
  request: TranscriptionRequest,
  online: boolean,
  nowMs: number,
  timeText: (atMs: number) => string,
): RequestStatus {
  const { state, problem, nextAttemptAtMs } = request
  switch (state) {
    case 'waiting': {
      const reason = problem?.message ?? null
      if (!online) return { state, words: 'Waiting, and sent once you are online', reason }
      if (nextAttemptAtMs <= nowMs) return { state, words: 'Waiting to be sent', reason }
      return { state, words: `Waiting, and sent again at ${timeText(nextAttemptAtMs)}`, reason }
    }
    case 'sending':
      return { state, words: 'Sending', reason: null }
    case 'accepted':
      return {
        state,
        words: 'Accepted',
        reason: 'The service works on it. Its parts arrive with a later sync.',
      }
    case 'failed':
      return { state, words: 'Failed', reason: problem?.message ?? null }
    case 'cancelled':
      return { state, words: 'Cancelled', reason: null }
  }
}
