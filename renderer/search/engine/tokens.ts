import { isUnspaced, tokensOf } from '../../../shared/search/tokens.ts'

/** Words are told apart by so many UTF-16 units. */
export const longestWord = 64

/** Between the texts of one document, so that no phrase goes across. */
const gapBetweenTexts = 4
/** Further words of a document cannot be searched for: nobody writes as much, and positions stay small. */
const lastPosition = 0xfffff

/**
 * Of which letters stand for themselves: no accents, and nothing of what C++ and C# are told by. Typographic quotes, dashes and dots
 * stand in most texts, and all else is ten times as slow.
 */
const withoutAccents = /^[\p{ASCII}\u2010-\u2027]*$/u
const ofNames = /[+#]/

/** The words of a text, one after the other; `text` is what `starts` and `ends` stand in. */
export type Tokenizer = {
  text: string
  starts: Int32Array
  ends: Int32Array
  /** By which phrases are found. */
  positions: Int32Array
  /**
   * Finds the words of a text (`tokensOf`); returns how many. Of a script without spaces, each letter is a word: those of one run
   * stand side by side, and a run leaves a place free on both of its sides. Positions count on from `firstPosition`.
   */
  run: (given: string, firstPosition: number) => number
}

/** Where the next text of a document begins after one that ended with that position. */
export function positionAfter(last: number): number {
  return last + gapBetweenTexts
}

/** A word as it is indexed: itself, or of a script without spaces its letters. */
export function lettersOf(word: string): string[] {
  return isApart(word) ? [...word] : [word.slice(0, longestWord)]
}

/** How far behind a word the next one stands. */
export function stepBetween(word: string, next: string): number {
  return isApart(word) || isApart(next) ? 2 : 1
}

/** It keeps its arrays from text to text. */
export function createTokenizer(): Tokenizer {
  let count = 0
  const tokenizer: Tokenizer = {
    text: '',
    starts: new Int32Array(256),
    ends: new Int32Array(256),
    positions: new Int32Array(256),
    run: (given, firstPosition) => {
      count = 0
      if (withoutAccents.test(given) && !ofNames.test(given)) runPlain(given.toLowerCase(), firstPosition)
      else runAny(given, firstPosition)
      return count
    },
  }

  function add(start: number, end: number, position: number): void {
    if (count === tokenizer.starts.length) {
      tokenizer.starts = grown(tokenizer.starts)
      tokenizer.ends = grown(tokenizer.ends)
      tokenizer.positions = grown(tokenizer.positions)
    }
    tokenizer.starts[count] = start
    tokenizer.ends[count] = Math.min(end, start + longestWord)
    tokenizer.positions[count] = position
    count += 1
  }

  function runPlain(text: string, firstPosition: number): void {
    tokenizer.text = text
    let position = firstPosition
    for (let at = 0; at < text.length && position <= lastPosition; at += 1) {
      if (!isPlainLetter(text.charCodeAt(at))) continue
      const start = at
      while (isPlainLetter(text.charCodeAt(at))) at += 1
      add(start, at, position)
      position += 1
    }
  }

  function runAny(given: string, firstPosition: number): void {
    let text = ''
    let position = firstPosition
    let before: string | null = null
    for (const { word } of tokensOf(given)) {
      if (before !== null) position += stepBetween(before, word)
      if (position > lastPosition) break
      for (const [index, letters] of lettersOf(word).entries()) {
        if (index > 0) position += 1
        add(text.length, text.length + letters.length, position)
        text += letters
      }
      before = word
    }
    tokenizer.text = text
  }

  return tokenizer
}

/** Most words have no letter beyond ASCII, and asking about a script is slow. */
function isApart(word: string): boolean {
  return word.charCodeAt(0) > 127 && isUnspaced(word)
}

/** NaN, which stands behind the end, is none. */
function isPlainLetter(unit: number): boolean {
  return (unit >= 97 && unit <= 122) || (unit >= 48 && unit <= 57)
}

function grown(array: Int32Array): Int32Array {
  const larger = new Int32Array(2 * array.length)
  larger.set(array)
  return larger
}
