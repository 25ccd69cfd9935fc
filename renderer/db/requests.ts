import { v7 as uuidV7 } from 'uuid'
import type { EpisodeId } from '../../shared/models/identity.ts'
import {
  isListed,
  type RequestState,
  type TranscriptionRequest,
} from '../../shared/models/transcription-request.ts'
import { database } from './database.ts'
import { afterEvent, type RequestEvent } from './request-state.ts'
import type { EpisodeRow } from './rows.ts'

/**
 * Asks for a transcript. An episode has one request, however often it is asked for: one that is under way is left as
 * it is, one that ended waits again, under the same key.
 */
export async function requestTranscript(
  episode: Pick<EpisodeRow, 'id' | 'title' | 'podcastTitle'>,
): Promise<TranscriptionRequest> {
  return database.transaction('rw', database.requests, async () => {
    const stored = await requestOf(episode.id)
    if (stored !== undefined) return (await applyEvent(stored.id, { kind: 'ask' })) ?? stored
    const now = new Date().toISOString()
    const request: TranscriptionRequest = {
      id: uuidV7(),
      episodeId: episode.id,
      episodeTitle: episode.title,
      podcastTitle: episode.podcastTitle,
      state: 'waiting',
      askedAt: now,
      attempts: 0,
      nextAttemptAtMs: 0,
      problem: null,
      looking: null,
      told: false,
      createdAt: now,
      updatedAt: now,
    }
    await database.requests.add(request)
    return request
  })
}

/** While it waits; `null` when it is too late. */
export async function cancelRequest(id: string): Promise<TranscriptionRequest | null> {
  return applyEvent(id, { kind: 'cancel' })
}

/** Takes one that ended off the list; `null` when it has not ended. */
export async function removeRequest(id: string): Promise<TranscriptionRequest | null> {
  return applyEvent(id, { kind: 'remove' })
}

export async function putRequestBack(id: string): Promise<TranscriptionRequest | null> {
  return applyEvent(id, { kind: 'put-back' })
}

/** Has the episode of an accepted one looked at now; `null` when there is nothing to look for. */
export async function lookAgain(id: string): Promise<TranscriptionRequest | null> {
  return applyEvent(id, { kind: 'look-again' })
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

/** Those on the list. */
export async function requestsNewestFirst(): Promise<TranscriptionRequest[]> {
  return (await database.requests.filter(isListed).toArray()).sort(asTheyWereAskedFor).reverse()
}

/** Those in one of the states, in the order in which they were asked for. */
export async function requestsIn(...states: RequestState[]): Promise<TranscriptionRequest[]> {
  const requests = await database.requests.where('state').anyOf(states).toArray()
  return requests.sort(asTheyWereAskedFor)
}

/** What the outbox goes by: those on which something is still to be done by itself. */
export function outboxRequests(): Promise<TranscriptionRequest[]> {
  return requestsIn('waiting', 'accepted', 'processing')
}

export async function requestOf(episodeId: EpisodeId): Promise<TranscriptionRequest | undefined> {
  return database.requests.get({ episodeId })
}

/** Those on the list that are not settled: on their way, with the service, or failed and left to the person. */
export async function countOpenRequests(): Promise<number> {
  return database.requests
    .where('state')
    .anyOf('waiting', 'sending', 'accepted', 'processing', 'failed')
    .filter(isListed)
    .count()
}

/** Within one millisecond their ids tell, which are made in order. */
function asTheyWereAskedFor(one: TranscriptionRequest, other: TranscriptionRequest): number {
  if (one.askedAt !== other.askedAt) return one.askedAt < other.askedAt ? -1 : 1
  return one.id < other.id ? -1 : 1
}
