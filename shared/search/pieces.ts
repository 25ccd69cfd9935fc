import { type FilterName, filterNames } from './filter-values.ts'

/** A part of what was typed, and where it stands there, in code units. */
export type Piece = { start: number; end: number; without: boolean } & (
  | { kind: 'plain'; text: string }
  /** `closed`: its second quote was typed. */
  | { kind: 'phrase'; text: string; closed: boolean }
  | { kind: 'filter'; name: FilterName; values: readonly Value[] }
)

/** A filter's value, without its quotes; it stands from `start` to `end`, with them. */
type Value = { text: string; start: number; end: number }

const gap = /\s*/y
const head = /(-?)(\p{L}+):/uy
const quoted = /["“”„]((?:\\.|[^"“”„\\]|\\$)*)(["“”„]?)/suy
const bare = /[^\s"“”„]+/y
const listed = /[^\s,"“”„]+/y

export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = []
  let at = endOf(gap, text, 0)
  while (at < text.length) {
    const piece = filterAt(text, at) ?? wordsAt(text, at)
    pieces.push(piece)
    at = endOf(gap, text, piece.end)
  }
  return pieces
}

function filterAt(text: string, start: number): Piece | null {
  const found = matchAt(head, text, start)
  const name = filterNames.find((each) => each === found?.[2]?.toLowerCase())
  if (found === null || name === undefined) return null
  const values: Value[] = []
  let at = start + found[0].length
  for (;;) {
    const value = valueAt(text, at, name === 'topic' ? listed : bare)
    values.push(value)
    at = value.end
    if (name !== 'topic' || text[at] !== ',') break
    at += 1
  }
  return { kind: 'filter', name, values, without: found[1] === '-', start, end: at }
}

function valueAt(text: string, start: number, plain: RegExp): Value {
  const inQuotes = matchAt(quoted, text, start)
  if (inQuotes !== null) {
    return { text: unescaped(inQuotes[1] ?? ''), start, end: start + inQuotes[0].length }
  }
  const word = matchAt(plain, text, start)?.[0] ?? ''
  return { text: word, start, end: start + word.length }
}

function wordsAt(text: string, start: number): Piece {
  const without = /^-(?=[^\s-])/.test(text.slice(start, start + 2))
  const from = without ? start + 1 : start
  const phrase = matchAt(quoted, text, from)
  if (phrase !== null) {
    const closed = phrase[2] !== ''
    return {
      kind: 'phrase',
      text: unescaped(phrase[1] ?? ''),
      closed,
      without,
      start,
      end: from + phrase[0].length,
    }
  }
  const word = matchAt(bare, text, from)?.[0] ?? ''
  return { kind: 'plain', text: word, without, start, end: from + word.length }
}

/** As a value or phrase is written where it may hold spaces and quotes. */
export function inQuotes(text: string): string {
  return `"${text.replace(/["“”„\\]/g, '\\$&')}"`
}

function unescaped(text: string): string {
  return text.replace(/\\(.)/gsu, '$1')
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

function endOf(pattern: RegExp, text: string, at: number): number {
  return at + (matchAt(pattern, text, at)?.[0].length ?? 0)
}
