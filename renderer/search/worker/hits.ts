import { anchorQuote } from '../../../shared/models/anchor.ts'
import type { Annotation } from '../../../shared/models/annotation.ts'
import type { SearchGroup } from '../../../shared/search/query.ts'
import { detailsByBlock } from '../../db/details-by-block.ts'
import type { Library } from '../../db/library.ts'
import { positionOf, slotOf } from '../../db/library-order.ts'
import { firstPlaceOfShelf } from '../../db/places.ts'
import type { EpisodeDetailsRow } from '../../db/rows.ts'
import { shelvedAt } from '../../db/shelf-codec.ts'
import { plainLine } from '../../notes/first-words.ts'
import type { FoundDocument } from '../engine/best.ts'
import type { WantedTerm } from '../engine/words-wanted.ts'
import type { SearchHit } from '../search-answer.ts'
import { excerptOf, marksIn } from './marks.ts'

type FoundGroup = { group: SearchGroup; found: readonly FoundDocument[] }

/** What is shown of documents, read for them alone. */
export type HitReader = (
  groups: readonly FoundGroup[],
  around: { library: Library; notes: readonly Annotation[]; terms: readonly WantedTerm[] },
) => Promise<SearchHit[][]>

/** Of a very long note, no more characters are looked through. */
const mostOfNote = 100_000

/** While a person types, the same few episodes are found again and again. */
const mostKept = 400

export function createHitReader(): HitReader {
  /** By revision as well, so that what changed is read again. */
  const kept = new Map<string, EpisodeDetailsRow>()

  async function read(
    library: Library,
    entries: ReadonlySet<number>,
  ): Promise<Map<number, EpisodeDetailsRow>> {
    const places = [...entries].flatMap((entry) => {
      const held = library.slots[slotOf(entry)]
      if (held == null) return []
      const { podcastSlug, shelf, revisions } = held.row
      const place = firstPlaceOfShelf(shelf) + positionOf(entry)
      return [{ entry, podcastSlug, place, key: `${place} ${revisions[positionOf(entry)]} ${podcastSlug}` }]
    })
    const known = new Map<number, EpisodeDetailsRow>()
    for (const { entry, key } of places) {
      const details = kept.get(key)
      if (details !== undefined) known.set(entry, details)
    }
    const unread = places.filter(({ entry }) => !known.has(entry))
    for await (const { wanted, details } of detailsByBlock(unread, () => true)) {
      if (details === null) continue
      known.set(wanted.entry, details)
      kept.set(wanted.key, details)
    }
    for (const key of kept.keys()) {
      if (kept.size <= mostKept) break
      kept.delete(key)
    }
    return known
  }

  return async (groups, { library, notes, terms }) => {
    const entryOf = ({ owner }: FoundDocument): number => library.order.entries[owner] ?? -1
    const ofEpisodes = groups.filter(({ group }) => group !== 'notes').flatMap(({ found }) => found)
    const details = await read(library, new Set(ofEpisodes.map(entryOf)))
    return groups.map(({ group, found }) =>
      found.flatMap((document) => {
        if (group === 'notes') return noteHit(document, notes[document.owner], terms)
        const entry = entryOf(document)
        return episodeHit(group, document, { library, entry, details: details.get(entry), terms })
      }),
    )
  }
}

function noteHit(
  { score }: FoundDocument,
  note: Annotation | undefined,
  terms: readonly WantedTerm[],
): SearchHit[] {
  if (note === undefined) return []
  const quote = anchorQuote(note.anchor) ?? ''
  const body = plainLine(note.body, mostOfNote)
  const isInBody = marksIn(body, terms).length > 0
  const { text, marks } = excerptOf(isInBody || quote === '' ? body || note.tags.join(', ') : quote, terms)
  return [
    {
      group: 'notes',
      episodeId: note.episodeId,
      item: note.id,
      startSeconds: note.anchor.startSeconds ?? null,
      score,
      title: note.context.episodeTitle,
      titleMarks: [],
      excerpt: text,
      excerptMarks: marks,
    },
  ]
}

type Around = {
  library: Library
  entry: number
  details: EpisodeDetailsRow | undefined
  terms: readonly WantedTerm[]
}

function episodeHit(
  group: SearchGroup,
  { nth, score }: FoundDocument,
  { library, entry, details, terms }: Around,
): SearchHit[] {
  const held = library.slots[slotOf(entry)]
  const row = held == null ? undefined : shelvedAt(held.row, positionOf(entry))?.row
  if (row === undefined) return []
  const { id: episodeId, title, topics } = row
  const of = { group, episodeId, score }
  const { chapters = [], highlights = [], summary = '' } = details ?? {}
  if (group === 'episodes') {
    const inTopics = topics.join(' · ')
    const isInTopics = marksIn(summary, terms).length === 0 && marksIn(inTopics, terms).length > 0
    return [
      { ...of, item: null, startSeconds: null, ...shown(title, isInTopics ? inTopics : summary, terms) },
    ]
  }
  const chapter = chapters[nth - 1]
  if (group === 'chapters' && chapter !== undefined) {
    const { startSeconds, title: its, description } = chapter
    return [{ ...of, item: nth - 1, startSeconds, ...shown(its, description, terms) }]
  }
  const item = nth - 1 - chapters.length
  const highlight = highlights[item]
  if (group !== 'highlights' || highlight === undefined) return []
  const { text, marks } = excerptOf(highlight.text, terms)
  const { startSeconds = null } = highlight
  return [{ ...of, item, startSeconds, title, titleMarks: [], excerpt: text, excerptMarks: marks }]
}

function shown(title: string, rest: string, terms: readonly WantedTerm[]) {
  const excerpt = rest === '' ? null : excerptOf(rest, terms)
  return {
    title,
    titleMarks: marksIn(title, terms),
    excerpt: excerpt?.text ?? null,
    excerptMarks: excerpt?.marks ?? [],
  }
}
