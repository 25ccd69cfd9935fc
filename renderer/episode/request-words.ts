import { isListed, type TranscriptionRequest } from '../../shared/models/transcription-request.ts'
import { type Circumstances, requestStatus } from '../outbox/request-status.ts'

/** How a request for a transcript stands, for the person who made it; `null` when there is nothing to tell. */
export function requestWords(request: TranscriptionRequest, now: Circumstances): string | null {
  if (!isListed(request)) return null
  const { reason } = requestStatus(request, now)
  const because = reason === null ? '' : ` ${reason}`
  switch (request.state) {
    case 'waiting':
    case 'sending':
    case 'accepted':
    case 'processing':
      return `Transcript requested.${because}`
    case 'ready':
      return 'The transcript that you asked for is there.'
    case 'failed':
      return `The request for a transcript failed.${because}`
    case 'cancelled':
      return null
  }
}
