import type { Chapter, Highlight } from '../../../shared/models/episode.ts'
import type { EpisodeId } from '../../../shared/models/identity.ts'
import { hasTag } from '../../../shared/models/tags.ts'
import { meantPodcasts } from '../../../shared/search/meant-podcasts.ts'
import {
  groupsOf,
  type SearchFilter,
  type SearchGroup,
  type SearchQuery,
  type SearchTerm,
} from '../../../shared/search/query.ts'
import { isUnspaced, wordsOf } from '../../../shared/search/tokens.ts'
import { folded } from '../../../shared/text/fold.ts'

/** Of an episode, all that a search may find or ask for. */
export type ScannedEpisode = {
  id: EpisodeId
  podcastSlug: string
  podcastTitle: string
  title: string
  summary: string
  topics: readonly string[]
  /** 0 when unknown. */
  publishedAtMs: number
  durationSeconds: number | null
  chapters: readonly Chapter[]
  highlights: readonly Highlight[]
  notes: readonly ScannedNote[]
  transcript: readonly { startSeconds: number; text: string }[]
  /** Those that hold. */
  states: ReadonlySet<Extract<SearchFilter, { by: 'is' }>['state']>
}

type ScannedNote = { id: string; body: string; quote: string; tags: readonly string[]; starred: boolean }

/** What was found: a chapter, highlight or stretch by its place in its list, a note by its id. */
export type ScannedHit = { group: SearchGroup; episodeId: EpisodeId; item: string | number | null }

type Document = ScannedHit & {
  episode: ScannedEpisode
  /** No phrase goes from one into the next. */
  fields: readonly string[]
  highlight?: Highlight
  note?: ScannedNote
}

/** Looks through everything: slow, and so plain that whatever else searches is held against it. In no order. */
export function scan(episodes: readonly ScannedEpisode[], query: SearchQuery): ScannedHit[] {
  const podcasts = episodes.map(({ podcastSlug: slug, podcastTitle: title }) => ({ slug, title }))
  const groups = groupsOf(query)
  return episodes
    .flatMap(documentsOf)
    .filter(({ group }) => groups.includes(group))
    .filter((document) =>
      query.filters.every((filter) => holds(filter, document, podcasts) !== filter.without),
    )
    .filter(({ fields }) => query.terms.every((term) => isIn(term, fields) !== term.without))
    .map(({ group, episodeId, item }) => ({ group, episodeId, item }))
}

function documentsOf(episode: ScannedEpisode): Document[] {
  const {
    id: episodeId,
    title,
    podcastTitle,
    summary,
    topics,
    chapters,
    highlights,
    notes,
    transcript,
  } = episode
  const of = { episodeId, episode }
  return [
    { ...of, group: 'episodes', item: null, fields: [title, podcastTitle, summary, ...topics] },
    ...chapters.map(
      (chapter, item): Document => ({
        ...of,
        group: 'chapters',
        item,
        fields: [chapter.title, chapter.description],
      }),
    ),
    ...highlights.map(
      (highlight, item): Document => ({
        ...of,
        group: 'highlights',
        item,
        highlight,
        fields: [highlight.text],
      }),
    ),
    ...notes.map(
      (note): Document => ({
        ...of,
        group: 'notes',
        item: note.id,
        note,
        fields: [note.body, note.quote, ...note.tags],
      }),
    ),
    ...transcript.map(({ text }, item): Document => ({ ...of, group: 'transcripts', item, fields: [text] })),
  ]
}

/** Whether the words stand in one of the fields, one after another. */
function isIn({ words, prefix }: SearchTerm, fields: readonly string[]): boolean {
  return fields.some((field) => {
    const tokens = wordsOf(field)
    return tokens.some((_, start) =>
      words.every((word, nth) => {
        const at = { isFirst: nth === 0, isLast: nth === words.length - 1 }
        return isWord(tokens[start + nth], word, prefix, at)
      }),
    )
  })
}

function isWord(
  token: string | undefined,
  word: string,
  prefix: boolean,
  { isFirst, isLast }: { isFirst: boolean; isLast: boolean },
): boolean {
  if (token === undefined) return false
  if (!isUnspaced(word)) return prefix && isLast ? token.startsWith(word) : token === word
  // Anywhere in a run; but what stands before another word is at the end of its run, and the other way round.
  if (isFirst && isLast) return token.includes(word)
  if (isFirst) return token.endsWith(word)
  return isLast ? token.startsWith(word) : token === word
}

function holds(
  filter: SearchFilter,
  { episode, highlight, note }: Document,
  podcasts: readonly { slug: string; title: string }[],
): boolean {
  switch (filter.by) {
    case 'topic':
      return filter.topics.some((wanted) => episode.topics.some((topic) => folded(topic) === folded(wanted)))
    case 'podcast':
      return meantPodcasts(filter.podcast, podcasts).has(episode.podcastSlug)
    case 'kind':
      return (highlight === undefined ? episode.highlights : [highlight]).some(
        ({ kind }) => kind === filter.kind,
      )
    case 'has':
      return episode[filter.what].length > 0
    case 'is':
      return filter.state === 'starred' && note !== undefined
        ? note.starred
        : episode.states.has(filter.state)
    case 'before':
      return episode.publishedAtMs !== 0 && episode.publishedAtMs < filter.atMs
    case 'after':
      return episode.publishedAtMs !== 0 && episode.publishedAtMs >= filter.atMs
    case 'longer':
      return episode.durationSeconds !== null && episode.durationSeconds > filter.seconds
    case 'shorter':
      return episode.durationSeconds !== null && episode.durationSeconds < filter.seconds
    case 'tag':
      return (note === undefined ? episode.notes : [note]).some(({ tags }) => hasTag(tags, filter.tag))
  }
}
