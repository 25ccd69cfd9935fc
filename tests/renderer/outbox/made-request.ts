import { v7 as uuidV7 } from 'uuid'
import type { TranscriptionRequest } from '../../../shared/models/transcription-request.ts'

export function madeRequest(change: Partial<TranscriptionRequest> = {}): TranscriptionRequest {
  return {
    id: uuidV7(),
    episodeId: 'night/a',
    episodeTitle: 'Episode a',
    podcastTitle: 'Night',
    state: 'waiting',
    attempts: 0,
    nextAttemptAtMs: 0,
    problem: null,
    createdAt: '2026-03-10T08:00:00.000Z',
    updatedAt: '2026-03-10T08:00:00.000Z',
    ...change,
  }
}
