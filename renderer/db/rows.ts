import type { FoundNote } from '../../shared/anchoring/placed-note.ts'
import type { KeptChange } from '../../shared/kept/change.ts'
import type { KeptKind } from '../../shared/kept/kinds.ts'
import type { KeptRow } from '../../shared/kept/rows.ts'
import type { FoundAudio } from '../../shared/models/audio.ts'
import type { Chapter, EpisodeAction, Highlight, ReadingWarning } from '../../shared/models/episode.ts'
import type { EpisodeChange } from '../../shared/models/episode-change.ts'
import type { HeardPiece } from '../../shared/models/heard.ts'
import type { EpisodeId } from '../../shared/models/identity.ts'
import type { ReadingPath } from '../../shared/models/podcast.ts'
import type { Packed } from '../../shared/packed.ts'
import type { Problem } from '../../shared/result.ts'

/**
 * When a row of the person's was made and changed last, ISO 8601 UTC. Whoever writes the row need not say: the database
 * does (`keep-changes.ts`).
 */
export type Stamps = { createdAt: string; updatedAt: string }
export type Stamped<Row> = Row & Stamps
type KeptRowOf<Kind extends KeptKind> = Omit<KeptRow<Kind>, keyof Stamps>

/** A podcast the person follows. */
export type PodcastRow = KeptRowOf<'podcasts'>

/** How far a podcast was read. Commits in one transaction with each page. */
export type SyncRow = {
  podcastSlug: string
  /** The base address of the service that the rest was learned from; another service knows none of it. */
  serviceAddress: string | null
  /** Set while a pass is under way, also across restarts; `null` begins a new pass. */
  cursor: string | null
  /** Newest `updatedAt` that the running pass has seen; becomes `updatedSince` when it ends. */
  passNewest: string | null
  /** What changed after this instant may have been missed by the running pass, which had gone by already. */
  passCeiling: string | null
  updatedSince: string | null
  passValidator: string | null
  validator: string | null
  path: ReadingPath | null
  /** ISO 8601 UTC of the last whole pass that brought something, else of the first one. A pass without news writes nothing. */
  lastSyncedAt: string | null
  /** ISO 8601 UTC of the last pass that saw the whole list from end to end. */
  lastSweptAt: string | null
  /** The running pass asks for the whole list, or the next one is to. */
  sweeping: boolean
  /** Slugs of episodes that are still to be asked for one by one, to learn whether they are gone. */
  unconfirmed: string[]
  /** How many more episodes the service counted than were here, once the last sweep was settled; `null` when unknown. */
  countDifference: number | null
  lastProblem: Problem | null
  /** Of the running pass, else of the last that wrote anything, as are the next two. */
  receivedEpisodes: number
  expectedEpisodes: number | null
  counts: EpisodeCounts
  /** Episodes that could not be read, and why; each until it is read, or a whole list does not hold it. */
  broken: { slug: string | null; reason: string }[]
  /** Another one with each write to the podcast's shelves, so that what is remembered of them is known to hold. */
  shelvesStamp: string | null
}

/** How many episodes were not stored before, said something else than before, or said the same. */
export type EpisodeCounts = { new: number; changed: number; unchanged: number }

/** What lists need of an episode, apart from what its page needs: a list of 50,000 reads only these. */
export type EpisodeRow = {
  id: EpisodeId
  podcastSlug: string
  title: string
  podcastTitle: string
  /** Epoch milliseconds; 0 when unknown, so that it still has a place in the order. */
  publishedAtMs: number
  durationSeconds: number | null
  processingState: string
  topics: string[]
  /** ISO 8601 UTC: when the service was seen not to have it any more; it is kept for what the person made of it. */
  withdrawnAt: string | null
}

/**
 * Up to `placesPerShelf` episodes of a podcast as one record, column by column: a record costs about 0.35 ms to write,
 * whatever it holds. An episode keeps its place for as long as it is stored; the place of one that was taken out has the
 * slug '', and is used again. `shelf-codec.ts` writes and reads them.
 */
export type ShelfRow = {
  podcastSlug: string
  /** From 0. */
  shelf: number
  /** One a place, as are the next six. */
  slugs: string[]
  titles: string[]
  /** 0 when unknown. */
  publishedAtMs: Float64Array
  /** -1 when unknown. */
  durationSeconds: Float64Array
  /** Which of `podcastTitles`. */
  podcastTitleNumbers: Uint16Array
  /** Which of `states`. */
  stateNumbers: Uint16Array
  /** Of all that the service said of the episode (`revision.ts`); 0 in an empty place. */
  revisions: Float64Array
  podcastTitles: readonly string[]
  states: readonly string[]
  /** Each topic of this shelf once. */
  topics: readonly string[]
  /** Which of `topics`, place after place: those of a place end where `topicEnds` of it says. */
  topicNumbers: Uint32Array
  topicEnds: Uint32Array
  /** What highlights of this shelf are listed under, each once (`LaneWord`). */
  lanes: readonly string[]
  /** Which of `lanes`, place after place: those of a place end where `laneEnds` of it says. */
  laneNumbers: Uint32Array
  /** How many, beside each of `laneNumbers`. */
  laneCounts: Uint16Array
  laneEnds: Uint32Array
  /** Only of the few that are withdrawn. */
  withdrawn: { position: number; at: string }[]
}

/** The rest of an episode, read when its page opens: what `EpisodeBlockRow` holds, parsed. */
export type EpisodeDetailsRow = {
  id: EpisodeId
  summary: string
  highlights: Highlight[]
  chapters: Chapter[]
  actions: EpisodeAction[]
  canonicalUrl: string | null
  imageUrl: string | null
  audio: FoundAudio['location'] | null
  updatedAt: string | null
  warnings: ReadingWarning[]
  /** What the service changed since the episode was first stored, newest first; of the older ones, none. */
  changes: EpisodeChange[]
}

/** The details of neighbouring places of a podcast's shelves as one record (`placesPerBlock`). */
export type EpisodeBlockRow = {
  podcastSlug: string
  /** From 0, across all shelves of the podcast. */
  block: number
  /**
   * One a place, each packed by itself: whoever opens an episode parses one, whoever changes an episode parses none of
   * the others. '' in an empty place.
   */
  details: (PackedDetails | '')[]
}

/** Most episodes never change, and so keep no list of changes. */
export type PackedDetails = Packed<
  Omit<EpisodeDetailsRow, 'changes'> & Partial<Pick<EpisodeDetailsRow, 'changes'>>
>

/** Where the person is in an episode. */
export type ListeningRow = KeptRowOf<'listening'>

/** A piece of what is known of having heard an episode. */
export type HeardRow = DistributedWithoutStamps<HeardPiece>
type DistributedWithoutStamps<Piece> = Piece extends Stamps ? Omit<Piece, keyof Stamps> : never

/** Where an episode's audio was found; `origin: 'person'` wins over anything found later, and alone is the person's. */
export type AudioRow = { episodeId: EpisodeId } & FoundAudio

/** What an act of the person's replaced in notes. */
export type AnnotationEditRow = KeptRowOf<'annotationEdits'>

/** Where a note was found that does not stand where it was made; it goes with the notes' episode, and is no one's to keep. */
export type PlacementRow = FoundNote & { id: string; episodeId: EpisodeId }

/** By how much an episode's audio runs behind its chapters and notes, as the person set it. */
export type OffsetRow = KeptRowOf<'offsets'>

/** A podcast's own speed, where it has one. */
export type SpeedRow = KeptRowOf<'speeds'>
/** Which chapters of an episode the person skips, or plays although a rule would skip them. */
export type ChapterSkipsRow = KeptRowOf<'chapterSkips'>

/** What the person made of a topic as the service words it. */
export type TopicNameRow = KeptRowOf<'topicNames'>

/** A combination of filters under a name. */
export type SmartListRow = KeptRowOf<'smartLists'>

/** Up next, in order of `position`. */
export type QueueRow = KeptRowOf<'queue'>

/** Text that is being written and not yet saved as a note, kept by the place it is written in. */
export type DraftRow = KeptRowOf<'drafts'>

/** Small things the page remembers: what was shown, which topics were chosen, the episode in the player. */
export type MemoryRow = { key: string; value: unknown }

/** What one transaction changed of the person's rows and the second home does not have yet, each row once. */
export type UnsentRow = {
  number: number
  /** ISO 8601 UTC. */
  at: string
  changes: KeptChange[]
}

/**
 * That a row of the person's was deleted, until it is put again: for ever, since a copy that still has the row may come at
 * any time. 100,000 of them, more than ten years are likely to bring, take 9 MB here, 12 MB in the second home's journal and
 * 0.1 s of a start.
 */
export type TombstoneRow = {
  kind: KeptTable
  key: string
  /** ISO 8601 UTC, both. */
  updatedAt: string
  deletedAt: string
}

/** What one transaction of the last import wrote, and what was there before. */
export type ImportUndoRow = {
  number: number
  rows: {
    kind: KeptTable
    key: string
    /** `null` when it was not there. */
    before: object | null
    /** The row's `updatedAt` by the import; a row that has another one was changed since. */
    writtenAt: string
  }[]
  /** Those that came with it. */
  episodes: EpisodeId[]
}

/** The tables of what a person made. Settings are the main process's to keep. */
export type KeptTable = Exclude<KeptKind, 'settings'>

/** A part of the search index (`search/engine/segment.ts`). */
export type SearchSegmentRow = {
  number: number
  owners: string[]
  bytes: ArrayBuffer
  positions: ArrayBuffer
  /** Of both. */
  checksum: number
}
