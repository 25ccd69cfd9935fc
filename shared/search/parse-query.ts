import { type Piece, piecesOf } from './pieces.ts'
import type { SearchFilter, SearchQuery, SearchTerm } from './query.ts'
import { readFilter } from './read-filter.ts'
import { wordsOf } from './tokens.ts'

export type ParsedQuery = {
  query: SearchQuery
  /** What could not be read as it seemed to be meant. */
  remarks: readonly Remark[]
}

/** A sentence for a person, and where what it is about stands in the text, in code units. */
type Remark = { start: number; end: number; sentence: string }

/** Reads what a person typed to search; never fails: what is no filter is words. */
export function parseQuery(text: string, nowMs: number): ParsedQuery {
  const terms: SearchTerm[] = []
  const filters: SearchFilter[] = []
  const remarks: Remark[] = []
  const remark = ({ start, end }: Piece, sentence: string) => remarks.push({ start, end, sentence })

  for (const piece of piecesOf(text)) {
    if (piece.kind !== 'filter') {
      terms.push(...termsOf(piece))
      const sentence = piece.kind === 'plain' ? unknownFilter(piece.text) : null
      if (sentence !== null) remark(piece, sentence)
      continue
    }
    const read = readFilter(piece, nowMs)
    if (read.kind === 'filter') filters.push(read.filter)
    if (read.kind !== 'unreadable') continue
    remark(piece, read.sentence)
    terms.push(...eachWord(text.slice(piece.start, piece.end), piece.without))
  }
  return { query: { terms, filters }, remarks }
}

function termsOf(piece: Extract<Piece, { kind: 'plain' | 'phrase' }>): SearchTerm[] {
  const { text, without } = piece
  if (piece.kind === 'plain' && unknownFilter(text) !== null) return eachWord(text, without)
  const words = wordsOf(text)
  const prefix = piece.kind === 'plain' || !piece.closed
  return words.length === 0 ? [] : [{ words, prefix, without }]
}

function eachWord(text: string, without: boolean): SearchTerm[] {
  return wordsOf(text).map((word) => ({ words: [word], prefix: true, without }))
}

/** `std::vector` and `https://` are no filters, nor is 12:30. */
function unknownFilter(text: string): string | null {
  const name = /^(\p{L}{2,}):[^\s:/]/u.exec(text)?.[1]
  return name === undefined ? null : `There is no filter “${name}:”, so its words are looked for.`
}
