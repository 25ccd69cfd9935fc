import type { AudioLocation } from '../../../shared/models/audio.ts'
import type { Chapter, EpisodeAction, Highlight } from '../../../shared/models/episode.ts'

/** What a reader found of an episode, by whichever road; not cut, sorted or checked yet. */
export type EpisodeParts = {
  title: string
  podcastTitle: string
  /** As it stood there. */
  published: string
  duration: string | number
  processingState: string
  canonicalUrl: string
  summary: string
  topics: string[]
  highlights: Highlight[]
  chapters: Chapter[]
  actions: EpisodeAction[]
  audio: AudioLocation | null
  imageUrl: string
  updated: string
}

export const noParts: EpisodeParts = {
  title: '',
  podcastTitle: '',
  published: '',
  duration: '',
  processingState: '',
  canonicalUrl: '',
  summary: '',
  topics: [],
  highlights: [],
  chapters: [],
  actions: [],
  audio: null,
  imageUrl: '',
  updated: '',
}
