import { isUnspaced, type Token, tokensOf } from '../../../shared/search/tokens.ts'
import { createTokenizer } from '../engine/tokens.ts'
import type { WantedTerm } from '../engine/words-wanted.ts'
import type { Mark } from '../search-answer.ts'

export type MarkedText = { text: string; marks: readonly Mark[] }

/** About so many code units are shown of a long text, of which so many stand before the first match: a line of a narrow list has 50. */
const [shownUnits, unitsBefore] = [220, 16]
/** Of a very long text, no more is looked through. */
const mostUnits = 100_000

/** Where the words of terms stand in a text; those of a phrase only where it stands whole. */
export function marksIn(text: string, terms: readonly WantedTerm[]): Mark[] {
  const places = placesOf(text.slice(0, mostUnits))
  const marks = terms.filter(({ without }) => !without).flatMap((term) => marksOf(places, term))
  return united(marks.sort(([one], [other]) => one - other))
}

/** What of a text lies around its first mark. */
export function excerptOf(text: string, terms: readonly WantedTerm[]): MarkedText {
  const marks = marksIn(text, terms)
  const first = marks[0]?.[0] ?? 0
  const from = first <= 2 * unitsBefore ? 0 : wordStart(text, first - unitsBefore)
  const to = text.length <= from + 1.2 * shownUnits ? text.length : wordStart(text, from + shownUnits)
  const before = from === 0 ? '' : '… '
  const shift = before.length - from
  return {
    text: `${before}${text.slice(from, to).trimEnd()}${to < text.length ? ' …' : ''}`,
    marks: marks.filter(([, end]) => end <= to).map(([start, end]): Mark => [start + shift, end + shift]),
  }
}

/** The beginning of the word at or before a place; a place in one that is very long. */
function wordStart(text: string, at: number): number {
  const space = text.lastIndexOf(' ', at)
  const start = space === -1 || at - space > 30 ? at : space + 1
  return isLowSurrogate(text.charCodeAt(start)) ? start - 1 : start
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit < 0xe000
}

/** A word as it is indexed, its position, and where the text has it. */
type Place = { word: string; position: number; start: number; end: number }

const tokenizer = createTokenizer()

function placesOf(text: string): Place[] {
  const tokens = tokensOf(text)
  const count = tokenizer.run(text, 0)
  const words = Array.from({ length: count }, (_, at) => ({
    word: tokenizer.text.slice(tokenizer.starts[at], tokenizer.ends[at]),
    position: tokenizer.positions[at] ?? 0,
  }))
  let next = 0
  return tokens.flatMap((token) => {
    const size = isUnspaced(token.word) ? [...token.word].length : 1
    const its = words.slice(next, next + size)
    next += size
    return its.map((each, nth) => ({ ...each, ...stretchOf(token, nth, size) }))
  })
}

/** Of a run of a script without spaces, one letter, where folding left their number as it was. */
function stretchOf({ word, start, end }: Token, nth: number, size: number): { start: number; end: number } {
  if (size === 1 || word.length !== end - start || word.length !== size) return { start, end }
  return { start: start + nth, end: start + nth + 1 }
}

function marksOf(places: readonly Place[], { words, prefix }: WantedTerm): Mark[] {
  const byPosition = new Map(places.map((place) => [place.position, place]))
  const last = words.length - 1
  return places.flatMap(({ position }) => {
    const its = words.map(({ step }) => byPosition.get(position + step))
    const areAll = words.every(({ word }, nth) => {
      const found = its[nth]?.word
      return found === word || (nth === last && prefix && found?.startsWith(word) === true)
    })
    return areAll
      ? its.flatMap((place): Mark[] => (place === undefined ? [] : [[place.start, place.end]]))
      : []
  })
}

/** Marks that touch or lie over each other are one. */
function united(marks: readonly Mark[]): Mark[] {
  const all: [number, number][] = []
  for (const [start, end] of marks) {
    const before = all.at(-1)
    if (before !== undefined && start <= before[1]) before[1] = Math.max(before[1], end)
    else all.push([start, end])
  }
  return all
}
