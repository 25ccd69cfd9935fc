import { folded } from '../text/fold.ts'
import { unspacedScripts } from '../text/unspaced.ts'

/** A word of a text, folded, and where it stands there, in code units. */
export type Token = { word: string; start: number; end: number }

/** Letters and digits; of languages for computers, C++ and C# too. */
const words = /(?<![\p{L}\p{N}])\p{L}(?:\+\+|#(?![\p{L}\p{N}]))|[\p{L}\p{N}\p{M}]+/gu
/** The long-vowel mark and the sound marks of half width are of no one script. */
const unspacedLetters = `${unspacedScripts}ーｰﾞﾟ`
const unspaced = new RegExp(`[${unspacedLetters}]`, 'u')
const runs = new RegExp(`[${unspacedLetters}\\p{M}]+|[^${unspacedLetters}]+`, 'gu')
const ascii = /^[\p{ASCII}]*$/u

/**
 * The words of a text in their order. Where a script puts no spaces, a whole run of it is one; such a word is found wherever it
 * stands in one (`isUnspaced`).
 */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  for (const { 0: found, index } of text.matchAll(words)) {
    if (ascii.test(found)) tokens.push({ word: found.toLowerCase(), start: index, end: index + found.length })
    else for (const token of tokensOfWord(found, index)) tokens.push(token)
  }
  return tokens
}

export function wordsOf(text: string): string[] {
  return tokensOf(text).map(({ word }) => word)
}

export function isUnspaced(word: string): boolean {
  return unspaced.test(word)
}

/** A sigma at the end of a word is the same letter: the word may go on. */
function searchedText(text: string): string {
  return folded(text).replaceAll('ς', 'σ')
}

function tokensOfWord(word: string, start: number): Token[] {
  return [...word.matchAll(isUnspaced(word) ? runs : /.+/gu)].flatMap(({ 0: run, index }) => {
    const [from, to] = [start + index, start + index + run.length]
    // Folding may bring in what is no letter: ½ is 1⁄2.
    return (searchedText(run).match(/[\p{L}\p{N}]+/gu) ?? []).map((each) => ({
      word: each,
      start: from,
      end: to,
    }))
  })
}
