import type { HighlightKind } from '../models/episode.ts'

/** Episodes, or one of the things that belong to one. */
export type SearchGroup = 'episodes' | 'chapters' | 'highlights' | 'notes' | 'transcripts'

export type SearchTerm = {
  /** Folded words (`tokens.ts`), one for a plain word, in their order for a phrase in quotes. */
  words: readonly string[]
  /** Whether its last word may go on: the word that is still being typed, or any plain word outside quotes. */
  prefix: boolean
  without: boolean
}

/**
 * Each with `without`, which turns it round. It is about an episode, and so about all that belongs to it. Three narrow more:
 * of highlights, `kind` leaves those of the kind; of notes, `tag` those with the tag and `is:starred` those with the star.
 */
export type SearchFilter = { without: boolean } /** Any of them. */ & (
  | { by: 'topic'; topics: readonly string[] }
  | { by: 'podcast'; podcast: string }
  | { by: 'kind'; kind: HighlightKind }
  | { by: 'has'; what: 'notes' | 'chapters' | 'highlights' | 'transcript' }
  | { by: 'is'; state: 'unheard' | 'started' | 'heard' | 'downloaded' | 'starred' | 'queued' }
  /** Published before that instant, or at or after it. */
  | { by: 'before' | 'after'; atMs: number }
  | { by: 'longer' | 'shorter'; seconds: number }
  | { by: 'tag'; tag: string }
)

/** A document is found when every term and every filter says yes. */
export type SearchQuery = { terms: readonly SearchTerm[]; filters: readonly SearchFilter[] }

/**
 * The groups that have something to say to a query: all where there are words to look for; else the episodes, and those of which
 * a filter speaks.
 */
export function groupsOf({ terms, filters }: SearchQuery): readonly SearchGroup[] {
  if (terms.some(({ without }) => !without))
    return ['episodes', 'chapters', 'highlights', 'notes', 'transcripts']
  const speaks = filters.filter(({ without }) => !without)
  const highlights = speaks.some(({ by }) => by === 'kind')
  const notes = speaks.some(
    (filter) =>
      filter.by === 'tag' ||
      (filter.by === 'is' && filter.state === 'starred') ||
      (filter.by === 'has' && filter.what === 'notes'),
  )
  return [
    'episodes',
    ...(highlights ? (['highlights'] as const) : []),
    ...(notes ? (['notes'] as const) : []),
  ]
}
