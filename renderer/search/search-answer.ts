import type { EpisodeId } from '../../shared/models/identity.ts'
import type { SearchGroup } from '../../shared/search/query.ts'

/** Where a match stands in a text, in its code units. */
export type Mark = readonly [start: number, end: number]

export type SearchHit = {
  group: SearchGroup
  episodeId: EpisodeId
  /** Of a chapter or highlight its place among its episode's, of a note its id; `null` for an episode. */
  item: string | number | null
  /** On the clock of chapters and notes; `null` where it has no time. */
  startSeconds: number | null
  /** Of hits of one answer, the higher the better. */
  score: number
  /** An episode's or chapter's own title; of a highlight or note, its episode's. */
  title: string
  /** Of the rest, what lies around the first match. */
  excerpt: string | null
  titleMarks: readonly Mark[]
  excerptMarks: readonly Mark[]
}

export type SearchAnswer = {
  /** Each group that has any, in their fixed order; of each the best first, `total` counts all. */
  groups: readonly { group: SearchGroup; total: number; hits: readonly SearchHit[] }[]
  /** Words that were taken for others: what was typed, and what was searched instead. */
  corrected: readonly { typed: string; searched: string }[]
  /** Of how many episodes the index does not know the words yet. */
  behind: number
}

export type SearchLimits = {
  /** How many hits to tell of each group. */
  perGroup: number
  /** This one alone. */
  group?: SearchGroup
  /** How many of the best to pass over; 0 by itself. */
  from?: number
}

/** Which of the library's episodes; `episodesFound` makes a list of them. */
export type FoundEpisodes = {
  total: number
  /** Only shelves on which there are any. */
  shelves: readonly { podcastSlug: string; shelf: number; positions: Uint16Array }[]
  /** Of how many episodes the index does not know the words yet. */
  behind: number
}

/** How far the index is. */
export type IndexStatus = {
  /** Whether what was stored of it is read; before that, answers wait. */
  isReady: boolean
  behind: number
  /** Another number whenever an answer may be another one than before. */
  revision: number
}
