import Dexie, { type EntityTable } from 'dexie'
import type { Annotation } from '../../shared/models/annotation.ts'
import type { TranscriptionRequest } from '../../shared/models/transcription-request.ts'
import type {
  AudioRow,
  DraftRow,
  EpisodeDetailsRow,
  EpisodeRow,
  ListeningRow,
  MemoryRow,
  PodcastRow,
  QueueRow,
  SyncRow,
} from './rows.ts'

export const databaseName = 'earmark'
/** Of the schema below. A released version is frozen; a change is a new version with an upgrade and a test. */
export const schemaVersion = 1

type EarmarkDatabase = Dexie & {
  podcasts: EntityTable<PodcastRow, 'slug'>
  syncs: EntityTable<SyncRow, 'podcastSlug'>
  episodes: EntityTable<EpisodeRow, 'id'>
  episodeDetails: EntityTable<EpisodeDetailsRow, 'id'>
  listening: EntityTable<ListeningRow, 'episodeId'>
  annotations: EntityTable<Annotation, 'id'>
  requests: EntityTable<TranscriptionRequest, 'id'>
  audio: EntityTable<AudioRow, 'episodeId'>
  queue: EntityTable<QueueRow, 'episodeId'>
  drafts: EntityTable<DraftRow, 'key'>
  memory: EntityTable<MemoryRow, 'key'>
}

/**
 * Few indexes, since they are what writing costs (a multi-entry one over topics halves the speed of a sync and
 * is too slow to count by): topics are filtered in memory, over slim rows.
 */
export function openDatabase(name: string = databaseName): EarmarkDatabase {
  const database = new Dexie(name, {
    // A transaction is over when it is on the disk, not when the system has promised to write it.
    chromeTransactionDurability: 'strict',
    // Dexie would copy every answer of a live query, and show rows before they are written.
    cache: 'disabled',
  }) as EarmarkDatabase
  database.version(schemaVersion).stores({
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
  return database
}

export const database = openDatabase()
