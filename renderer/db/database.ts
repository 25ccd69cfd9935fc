import Dexie, { type EntityTable, type Table } from 'dexie'
import type { AnnotationRow } from '../../shared/models/annotation.ts'
import type { HeardPiece } from '../../shared/models/heard.ts'
import type { TranscriptionRequest } from '../../shared/models/transcription-request.ts'
import { keepChanges } from './keep-changes.ts'
import type {
  AnnotationEditRow,
  AudioRow,
  ChapterSkipsRow,
  DraftRow,
  EpisodeBlockRow,
  HeardRow,
  ImportUndoRow,
  KeptTable,
  ListeningRow,
  MemoryRow,
  OffsetRow,
  PlacementRow,
  PodcastRow,
  QueueRow,
  SearchSegmentRow,
  ShelfRow,
  SmartListRow,
  SpeedRow,
  Stamped,
  Stamps,
  SyncRow,
  TombstoneRow,
  TopicNameRow,
  UnsentRow,
} from './rows.ts'
import { defineSchema } from './schema.ts'

export const databaseName = 'earmark'

type EarmarkDatabase = Dexie & {
  podcasts: EntityTable<Stamped<PodcastRow>, 'slug', PodcastRow>
  syncs: EntityTable<SyncRow, 'podcastSlug'>
  shelves: Table<ShelfRow, [podcastSlug: string, shelf: number]>
  episodeBlocks: Table<EpisodeBlockRow, [podcastSlug: string, block: number]>
  listening: EntityTable<Stamped<ListeningRow>, 'episodeId', ListeningRow>
  heard: EntityTable<HeardPiece, 'id', HeardRow & Partial<Stamps>>
  annotations: EntityTable<AnnotationRow, 'id'>
  placements: EntityTable<PlacementRow, 'id'>
  annotationEdits: EntityTable<Stamped<AnnotationEditRow>, 'id', AnnotationEditRow>
  requests: EntityTable<TranscriptionRequest, 'id'>
  audio: EntityTable<Stamped<AudioRow>, 'episodeId', AudioRow>
  offsets: EntityTable<Stamped<OffsetRow>, 'episodeId', OffsetRow>
  speeds: EntityTable<Stamped<SpeedRow>, 'podcastSlug', SpeedRow>
  chapterSkips: EntityTable<Stamped<ChapterSkipsRow>, 'episodeId', ChapterSkipsRow>
  topicNames: EntityTable<Stamped<TopicNameRow>, 'topic', TopicNameRow>
  smartLists: EntityTable<Stamped<SmartListRow>, 'id', SmartListRow>
  queue: EntityTable<Stamped<QueueRow>, 'episodeId', QueueRow>
  drafts: EntityTable<Stamped<DraftRow>, 'key', DraftRow>
  memory: EntityTable<MemoryRow, 'key'>
  unsent: EntityTable<UnsentRow, 'number'>
  tombstones: Table<TombstoneRow, [kind: KeptTable, key: string]>
  importUndo: EntityTable<ImportUndoRow, 'number'>
  searchSegments: EntityTable<SearchSegmentRow, 'number'>
}

/**
 * A transaction is over when the system has taken it, and not when it is on the disk: a page of a sync and its cursor are
 * lost together or not at all, and a page that a power failure took is read again; waiting for the disk after each takes a
 * sync half of its speed (`npm run bench -- sync`). What the person makes is on the disk in the second home before it is
 * called saved, or, while that takes nothing, here (`durability.ts`).
 */
const durability = 'relaxed'

export function openDatabase(name: string = databaseName): EarmarkDatabase {
  const database = new Dexie(name, {
    chromeTransactionDurability: durability,
    // Dexie would copy every answer of a live query, and show rows before they are written.
    cache: 'disabled',
  }) as EarmarkDatabase
  defineSchema(database)
  keepChanges(database)
  return database
}

export const database = openDatabase()
