import type { Dexie } from 'dexie'
import type { TranscriptionRequest } from '../../shared/models/transcription-request.ts'
import { keepOneRequestEach } from './one-request-each.ts'
import { packEpisodes } from './pack-episodes.ts'
import type { SyncRow } from './rows.ts'

/** A released version is frozen; a change is a new version with an upgrade and a test that starts from old rows. */
export const schemaVersion = 3

/**
 * Few indexes, since they are what writing costs (a multi-entry one over topics halves the speed of a sync and
 * is too slow to count by): topics are filtered in memory, over slim rows.
 */
export function defineSchema(database: Dexie): void {
  database.version(1).stores({
    podcasts: 'slug',
    syncs: 'podcastSlug',
    episodes: 'id, publishedAtMs, [podcastSlug+publishedAtMs]',
    episodeDetails: 'id',
    listening: 'episodeId, heardAtMs',
    // Only a deleted one has a `deletedAt` that is a key, so that counting those that are there reads none.
    annotations: 'id, episodeId, deletedAt',
    requests: 'id, episodeId, state',
    audio: 'episodeId',
    queue: 'episodeId, position',
    drafts: 'key, episodeId',
    memory: 'key',
  })
  database
    .version(2)
    .stores({
      shelves: '[podcastSlug+shelf]',
      episodeBlocks: '[podcastSlug+block]',
      episodes: null,
      episodeDetails: null,
    })
    .upgrade(async (transaction) => {
      await packEpisodes(transaction)
      await transaction.table('syncs').toCollection().modify(withShelves)
      await keepOneRequestEach(transaction)
      await transaction.table('requests').toCollection().modify(withLooks)
    })
  // By itself, since an index is made before an upgrade runs: an episode has one request, and one key, for ever.
  database.version(3).stores({ requests: 'id, &episodeId, state' })
}

/** What version 2 keeps of a sync beside what version 1 did. */
function withShelves(sync: SyncRow & { notBeforeMs?: number }): void {
  // When the service may be asked again is the main process's to know since then.
  delete sync.notBeforeMs
  sync.lastSweptAt = null
  sync.sweeping = false
  sync.unconfirmed = []
  sync.countDifference = null
  sync.counts = { new: 0, changed: 0, unchanged: 0 }
  sync.shelvesStamp = null
}

/** And of a request: one that was accepted is looked at as soon as may be. */
function withLooks(request: TranscriptionRequest): void {
  const sinceMs = Date.parse(request.updatedAt)
  request.askedAt = request.createdAt
  request.heldUntilMs = 0
  request.looking =
    request.state === 'accepted' ? { sinceMs, looks: 0, nextLookAtMs: sinceMs, seenState: null } : null
  request.told = false
}
