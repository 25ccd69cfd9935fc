import type { TranscriptionRequest } from '../../shared/models/transcription-request.ts'

/** How a request for a transcript stands, for the person who made it; `null` when there is nothing to tell. */
export function requestWords(request: TranscriptionRequest, online: boolean): string | null {
  switch (request.state) {
    case 'waiting':
      if (!online) return 'Transcript requested. It is sent as soon as Earmark is online.'
      return request.problem === null
        ? 'Transcript requested. It is being sent in a moment.'
        : `Transcript requested. It is tried again: ${request.problem.message}`
    case 'sending':
      return 'Transcript requested. It is being sent.'
    case 'accepted':
      return 'Transcript requested, and the service accepted it.'
    case 'failed':
      return `The request for a transcript failed. ${request.problem?.message ?? ''}`.trim()
    case 'cancelled':
      return null
  }
}
