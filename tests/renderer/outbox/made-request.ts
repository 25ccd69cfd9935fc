import { v7 as uuidV7 } from 'uuid'
import type { Looking, TranscriptionRequest } from '../../../shared/models/transcription-request.ts'

export function madeRequest(change: Partial<TranscriptionRequest> = {}): TranscriptionRequest {
  return {
    id: uuidV7(),
    episodeId: 'night/a',
    episodeTitle: 'Episode a',
    podcastTitle: 'Night',
    state: 'waiting',
    askedAt: '2026-03-10T08:00:00.000Z',
    attempts: 0,
    nextAttemptAtMs: 0,
    problem: null,
    looking: null,
    told: false,
    createdAt: '2026-03-10T08:00:00.000Z',
    updatedAt: '2026-03-10T08:00:00.000Z',
    ...change,
  }
}

export function madeLooking(change: Partial<Looking> = {}): Looking {
  return { sinceMs: 0, looks: 0, nextLookAtMs: 0, seenState: null, ...change }
}
