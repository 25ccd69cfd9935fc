import { dateOf } from '../../shared/search/date-value.ts'
import { lengthOf } from '../../shared/search/length-value.ts'
import { type Piece, piecesOf } from '../../shared/search/pieces.ts'

/** A part of a query as a person reads it, and where it stands in the text. */
export type FilterToken = { start: number; end: number; words: string }

const stateWords: ReadonlyMap<string, string> = new Map([
  ['is:unheard', 'Unheard'],
  ['is:started', 'Started'],
  ['is:heard', 'Heard'],
  ['is:downloaded', 'Downloaded'],
  ['is:starred', 'Starred'],
  ['is:queued', 'In Up next'],
  ['has:notes', 'With notes'],
  ['has:chapters', 'With chapters'],
  ['has:highlights', 'With highlights'],
  ['has:transcript', 'With a transcript'],
])

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' })
const daysAgo = /^(\d{1,5})d$/i

/** What narrows, a token for each. `titles` are podcasts' by slug. */
export function filterTokens(
  query: string,
  titles: ReadonlyMap<string, string>,
  nowMs: number,
): FilterToken[] {
  return piecesOf(query).map((piece) => ({
    start: piece.start,
    end: piece.end,
    words: wordsOf(query, piece, titles, nowMs),
  }))
}

function wordsOf(query: string, piece: Piece, titles: ReadonlyMap<string, string>, nowMs: number): string {
  const typed = query.slice(piece.start, piece.end)
  if (piece.kind !== 'filter') return typed
  const values = piece.values.map(({ text }) => text)
  const said = filterWords(piece.name, values, titles, nowMs)
  if (said === null) return typed
  return piece.without ? `Not: ${said}` : said
}

/** `null` for one that says most as it is typed. */
function filterWords(
  name: Extract<Piece, { kind: 'filter' }>['name'],
  values: readonly string[],
  titles: ReadonlyMap<string, string>,
  nowMs: number,
): string | null {
  const value = values[0] ?? ''
  switch (name) {
    case 'is':
    case 'has':
      return stateWords.get(`${name}:${value.toLowerCase()}`) ?? null
    case 'topic':
      return values.join(' or ')
    case 'podcast':
      return titles.get(value) ?? value
    case 'longer':
    case 'shorter': {
      const seconds = lengthOf(value)
      return seconds === null ? null : `${name === 'longer' ? 'Over' : 'Under'} ${lengthWords(seconds)}`
    }
    case 'after':
    case 'before': {
      const ago = daysAgo.exec(value)?.[1]
      if (name === 'after' && ago !== undefined) return `Last ${ago} days`
      const atMs = dateOf(value, nowMs)
      if (atMs === null) return null
      return `${name === 'after' ? 'From' : 'Before'} ${day.format(atMs)}`
    }
    case 'kind':
    case 'tag':
      return null
  }
}

export function lengthWords(seconds: number): string {
  const minutes = Math.round(seconds / 60)
  if (minutes < 60) return `${minutes} min`
  return minutes % 60 === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}
