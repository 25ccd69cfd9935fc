import { v7 as uuidV7 } from 'uuid'
import type { EpisodeId } from '../../shared/models/identity.ts'
import type { TranscriptionRequest } from '../../shared/models/transcription-request.ts'
import { database } from './database.ts'
import { afterEvent, type RequestEvent } from './request-state.ts'
import type { EpisodeRow } from './rows.ts'

/**
 * Asks for a transcript. One request per episode, however often it is asked for: the one that is under way or
 * accepted is returned, one that failed is tried again, and only after a cancelled one is there a new one.
 */
export async function requestTranscript(
  episode: Pick<EpisodeRow, 'id' | 'title' | 'podcastTitle'>,
): Promise<TranscriptionRequest> {
  return database.transaction('rw', database.requests, async () => {
    const stored = await requestOf(episode.id)
    if (stored !== undefined && stored.state !== 'cancelled') {
      return (await applyEvent(stored.id, { kind: 'retry' })) ?? stored
    }
    const now = new Date().toISOString()
    const request: TranscriptionRequest = {
      id: uuidV7(),
      episodeId: episode.id,
      episodeTitle: episode.title,
      podcastTitle: episode.podcastTitle,
      state: 'waiting',
      attempts: 0,
      nextAttemptAtMs: 0,
      problem: null,
      createdAt: now,
      updatedAt: now,
    }
    await database.requests.add(request)
    return request
  })
}

/** While it waits, and once it failed, which ends what is left to the person; `null` when it is too late. */
export async function cancelRequest(id: string): Promise<TranscriptionRequest | null> {
  return applyEvent(id, { kind: 'cancel' })
}

/** Sends a failed one again, under the same key; `null` when it did not fail. */
export async function retryRequest(id: string): Promise<TranscriptionRequest | null> {
  return applyEvent(id, { kind: 'retry' })
}

/** The request after the event, stored; `null` when the event could not happen to it and nothing changed. */
export async function applyEvent(id: string, event: RequestEvent): Promise<TranscriptionRequest | null> {
  return database.transaction('rw', database.requests, async () => {
    const stored = await database.requests.get(id)
    const next = stored === undefined ? null : afterEvent(stored, event, new Date().toISOString())
    if (next !== null) await database.requests.put(next)
    return next
  })
}

export async function requestsNewestFirst(): Promise<TranscriptionRequest[]> {
  return database.requests.orderBy('id').reverse().toArray()
}

/** Those in one of two states, in the order in which they were asked for. */
export async function requestsIn(state: 'waiting' | 'sending'): Promise<TranscriptionRequest[]> {
  return database.requests.where('state').equals(state).sortBy('id')
}

/**
 * The one of the episode that was not cancelled, else the newest. By their ids alone it could be hidden behind one
 * that was cancelled before the machine's clock was set back.
 */
export async function requestOf(episodeId: EpisodeId): Promise<TranscriptionRequest | undefined> {
  const requests = await database.requests.where('episodeId').equals(episodeId).sortBy('id')
  return requests.findLast((request) => request.state !== 'cancelled') ?? requests.at(-1)
}

/** Those that are not settled: waiting, being sent, or failed and left to the person. */
export async function countOpenRequests(): Promise<number> {
  return database.requests.where('state').anyOf('waiting', 'sending', 'failed').count()
}
