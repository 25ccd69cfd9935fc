import { type Piece, piecesOf } from '../../shared/search/pieces.ts'
import { queryText } from '../../shared/search/query-text.ts'

type FilterPiece = Extract<Piece, { kind: 'filter' }>
type Name = FilterPiece['name']

/** What a filter of one value says in a query, as typed; `null` when none of that name is there. */
export function valueIn(query: string, name: Name): string | null {
  return wantedOf(query, name)[0]?.values[0]?.text ?? null
}

/** Every value of the filters of that name, as typed. */
export function valuesIn(query: string, name: Name): string[] {
  return wantedOf(query, name).flatMap(({ values }) => values.map(({ text }) => text))
}

/** With that value of the filter instead of those named, or of any if none is; `null` takes them away. */
export function withValue(
  query: string,
  name: Name,
  value: string | null,
  instead: readonly string[] | null = null,
): string {
  const dropped = wantedOf(query, name).filter(
    ({ values }) => instead === null || values.some(({ text }) => instead.includes(text)),
  )
  const kept = withoutPieces(query, dropped)
  return value === null ? kept : `${kept} ${name}:${value}`.trim()
}

export function withoutPieces(query: string, dropped: readonly Pick<Piece, 'start' | 'end'>[]): string {
  return dropped
    .toSorted((one, other) => other.start - one.start)
    .reduce((text, { start, end }) => text.slice(0, start) + text.slice(end), query)
    .replace(/\s+/g, ' ')
    .trim()
}

export type TopicChoice = { topics: readonly string[]; matching: 'all' | 'any'; query: string }

/** A query as one text: the chosen topics and what else is asked for. */
export function wholeQuery({ topics, matching, query }: TopicChoice): string {
  const groups = matching === 'any' && topics.length > 1 ? [topics] : topics.map((topic) => [topic])
  const filters = groups.map((its) => ({ by: 'topic' as const, topics: its, without: false }))
  return [queryText({ terms: [], filters }), query].filter((part) => part !== '').join(' ')
}

/** The topics of a query that chips can show, and the rest of it. */
export function choiceOf(whole: string): TopicChoice {
  const pieces = wantedOf(whole, 'topic').map((piece) => ({
    piece,
    topics: piece.values.map(({ text }) => text).filter((text) => text !== ''),
  }))
  const [first] = pieces
  if (pieces.length === 1 && first !== undefined && first.topics.length > 1) {
    return { topics: first.topics, matching: 'any', query: withoutPieces(whole, [first.piece]) }
  }
  const single = pieces.filter(({ topics }) => topics.length === 1)
  return {
    topics: [...new Set(single.flatMap(({ topics }) => topics))],
    matching: 'all',
    query: withoutPieces(
      whole,
      single.map(({ piece }) => piece),
    ),
  }
}

function wantedOf(query: string, name: Name): FilterPiece[] {
  return piecesOf(query).flatMap((piece) =>
    piece.kind === 'filter' && piece.name === name && !piece.without ? piece : [],
  )
}
