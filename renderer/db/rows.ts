import type { FoundAudio } from '../../shared/models/audio.ts'
import type { Chapter, EpisodeAction, Highlight, ReadingWarning } from '../../shared/models/episode.ts'
import type { EpisodeId } from '../../shared/models/identity.ts'
import type { Podcast, ReadingPath } from '../../shared/models/podcast.ts'
import type { Problem } from '../../shared/result.ts'

/** A podcast the person follows. */
export type PodcastRow = Podcast & {
  /** ISO 8601 UTC. */
  addedAt: string
}

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
  /** ISO 8601 UTC of the last whole pass. */
  lastSyncedAt: string | null
  lastProblem: Problem | null
  /** Epoch milliseconds before which the service asked not to be asked again; 0 when it did not. */
  notBeforeMs: number
  /** Of the running pass. */
  receivedEpisodes: number
  expectedEpisodes: number | null
  /** Episodes of the last pass that could not be read, and why. */
  broken: { slug: string | null; reason: string }[]
}

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
}

/** The rest of an episode, read when its page opens. */
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
}

/** Where the person is in an episode. */
export type ListeningRow = {
  episodeId: EpisodeId
  positionSeconds: number
  /** Of the audio itself, once it was loaded. */
  durationSeconds: number | null
  heardAtMs: number
  /** ISO 8601 UTC; set when the end was reached by playing. */
  finishedAt: string | null
}

/** Where an episode's audio was found; `origin: 'person'` wins over anything found later. */
export type AudioRow = { episodeId: EpisodeId } & FoundAudio

/** Up next, in order of `position`. */
export type QueueRow = { episodeId: EpisodeId; position: number }

/** Text that is being written and not yet saved as a note, kept by the place it is written in. */
export type DraftRow = {
  key: string
  episodeId: EpisodeId
  text: string
  startSeconds: number | null
  updatedAt: string
}

/** Small things the page remembers: what was shown, which topics were chosen, the episode in the player. */
export type MemoryRow = { key: string; value: unknown }
