import { normalTag } from '../models/tags.ts'
import { dateOf } from './date-value.ts'
import { beginsValue, kindValues, knownValue, partValues, stateValues } from './filter-values.ts'
import { lengthOf } from './length-value.ts'
import type { Piece } from './pieces.ts'
import type { SearchFilter } from './query.ts'

type FilterPiece = Extract<Piece, { kind: 'filter' }>

export type ReadFilter =
  | { kind: 'filter'; filter: SearchFilter }
  /** Nothing was typed after the colon yet, or only the beginning of what can stand there. */
  | { kind: 'begun' }
  | { kind: 'unreadable'; sentence: string }

export function readFilter(piece: FilterPiece, nowMs: number): ReadFilter {
  const { name, without } = piece
  const texts = piece.values.map(({ text }) => text.trim()).filter((text) => text !== '')
  const [text] = texts
  if (text === undefined) return { kind: 'begun' }
  switch (name) {
    case 'topic':
      return read({ by: name, topics: [...new Set(texts)], without })
    case 'podcast':
      return read({ by: name, podcast: text, without })
    case 'tag': {
      const tag = normalTag(text)
      return tag === null ? unreadable(piece, 'is no tag') : read({ by: name, tag, without })
    }
    case 'kind': {
      const kind = knownValue(kindValues, text)
      return kind === null ? notOneOf(piece, text, kindValues) : read({ by: name, kind, without })
    }
    case 'has': {
      const what = knownValue(partValues, text)
      return what === null ? notOneOf(piece, text, partValues) : read({ by: name, what, without })
    }
    case 'is': {
      const state = knownValue(stateValues, text)
      return state === null ? notOneOf(piece, text, stateValues) : read({ by: name, state, without })
    }
    case 'before':
    case 'after': {
      const atMs = dateOf(text, nowMs)
      return atMs === null
        ? unreadable(piece, 'is no date such as 2026, 2026-03 or 2026-03-04')
        : read({ by: name, atMs, without })
    }
    case 'longer':
    case 'shorter': {
      const seconds = lengthOf(text)
      return seconds === null
        ? unreadable(piece, 'is no length such as 45m, 1h30 or 90s')
        : read({ by: name, seconds, without })
    }
  }
}

function read(filter: SearchFilter): ReadFilter {
  return { kind: 'filter', filter }
}

const anyOf = new Intl.ListFormat('en', { type: 'disjunction' })

function notOneOf(piece: FilterPiece, typed: string, values: readonly string[]): ReadFilter {
  if (beginsValue(values, typed)) return { kind: 'begun' }
  return unreadable(piece, `is not ${anyOf.format(values)}`)
}

function unreadable({ name, values }: FilterPiece, why: string): ReadFilter {
  const typed = values.map(({ text }) => text).join(',')
  return { kind: 'unreadable', sentence: `“${typed}” after “${name}:” ${why}, so its words are looked for.` }
}
