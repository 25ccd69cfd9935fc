import type { Annotation } from '../models/annotation.ts'
import type { Episode } from '../models/episode.ts'

/** What a person made of an episode, and what they made it of. */
export type NotedEpisode = {
  episode: Pick<
    Episode,
    | 'id'
    | 'title'
    | 'podcastTitle'
    | 'publishedAt'
    | 'durationSeconds'
    | 'canonicalUrl'
    | 'summary'
    | 'topics'
    | 'highlights'
    | 'chapters'
  >
  /** Of its audio on the web; `null` when there is none. */
  audioUrl: string | null
  /** Those that are not deleted, by their time. */
  notes: readonly Annotation[]
  /** Not notes yet. */
  drafts: readonly { text: string; startSeconds: number | null }[]
  /** ISO 8601 UTC, both times. */
  listening: { positionSeconds: number; finishedAt: string | null; heardAt: string | null } | null
}
