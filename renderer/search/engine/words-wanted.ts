import type { SearchTerm } from '../../../shared/search/query.ts'
import { lettersOf, stepBetween } from './tokens.ts'

/** A word of a term, and how far behind the term's first one it stands. */
type WantedWord = { word: string; step: number }

/** What a term asks for: words that stand together in that way, of which the last may go on. */
export type WantedTerm = {
  words: readonly WantedWord[]
  prefix: boolean
  without: boolean
}

export function wantedTerm({ words, prefix, without }: SearchTerm): WantedTerm {
  const wanted: WantedWord[] = []
  let step = 0
  for (const [index, word] of words.entries()) {
    if (index > 0) step += stepBetween(words[index - 1] ?? '', word)
    for (const [nth, letters] of lettersOf(word).entries()) {
      if (nth > 0) step += 1
      wanted.push({ word: letters, step })
    }
  }
  return { words: wanted, prefix, without }
}
