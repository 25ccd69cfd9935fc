import { folded } from '../../shared/text/fold.ts'
import { unspacedScripts } from '../../shared/text/unspaced.ts'

/** Letters, digits and what joins them into a word; not of scripts that write words without spaces between. */
const inWord = new RegExp(`^(?![${unspacedScripts}])[\\p{L}\\p{N}_]$`, 'u')

/**
 * Finds the first of the words or phrases that a chapter's title holds: whole words, whatever their case and accents. All that a
 * rule has is text, with no signs that mean something else. `null` for a title that holds none.
 */
export function ruleFinder(rules: readonly string[]): (title: string) => string | null {
  const looked = rules.map((rule) => ({ rule, words: inOneLine(rule) }))
  return (title) => {
    const text = looked.length === 0 ? '' : inOneLine(title)
    return looked.find(({ words }) => holdsWhole(text, words))?.rule ?? null
  }
}

function inOneLine(text: string): string {
  return folded(text).replaceAll(/\s+/gu, ' ').trim()
}

function holdsWhole(text: string, words: string): boolean {
  if (words === '') return false
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1)) {
    const end = at + words.length
    const cutsBefore = isWord(text, at - 1) && isWord(text, at)
    const cutsAfter = isWord(text, end - 1) && isWord(text, end)
    if (!cutsBefore && !cutsAfter) return true
  }
  return false
}

/** Of the character in which that place of the text lies; letters beyond the first 65,536 take two places. */
function isWord(text: string, at: number): boolean {
  if (at < 0) return false
  const isSecondHalf = /[\udc00-\udfff]/.test(text[at] ?? '')
  const point = text.codePointAt(isSecondHalf ? at - 1 : at)
  return point !== undefined && inWord.test(String.fromCodePoint(point))
}
