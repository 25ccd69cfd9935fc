import { folded } from '../../shared/text/fold.ts'
import { unspacedScripts } from '../../shared/text/unspaced.ts'

/** A word of such a script is found wherever it stands. */
const withoutSpaces = new RegExp(`[${unspacedScripts}]`, 'u')

/** Of which folding changes no letter: typographic quotes, dashes and dots stand in most texts, and folding is ten times as slow. */
const onlyPunctuationBeyondAscii = /^[\p{ASCII}\u2010-\u2027]*$/u

export type WordMatcher = {
  /** Whether it can hold the words at all, of any text that holds it; quick, and right whenever it says no. */
  mayMatch: (text: string) => boolean
  /** Whether every word of one of the wordings stands in it as a whole word, in any order, accents and case aside. */
  matches: (text: string) => boolean
}

/** `null` when there is no word in any of the wordings. */
export function wordMatcher(wordings: readonly string[]): WordMatcher | null {
  const wanted = wordings.map(wordsOf).filter((words) => words.length > 0)
  if (wanted.length === 0) return null
  const patterns = wanted.map((words) => words.map(patternOf))
  return {
    mayMatch: (text) => {
      const compared = onlyPunctuationBeyondAscii.test(text) ? text.toLowerCase() : folded(text)
      return wanted.some((words) => words.every((word) => compared.includes(word)))
    },
    matches: (text) => {
      const compared = folded(text)
      return patterns.some((words) => words.every((word) => word.test(compared)))
    },
  }
}

/** Letters and digits, so that none of them is written otherwise in JSON. */
function wordsOf(wording: string): string[] {
  return [...new Set(folded(wording).match(/[\p{L}\p{N}]+/gu))]
}

function patternOf(word: string): RegExp {
  return withoutSpaces.test(word)
    ? new RegExp(word, 'u')
    : new RegExp(`(?<![\\p{L}\\p{N}])${word}(?![\\p{L}\\p{N}])`, 'u')
}
