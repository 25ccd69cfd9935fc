import { hasMatch, type Layer } from '../engine/find-documents.ts'
import { nearWords } from '../engine/near-words.ts'
import { worthOf } from '../engine/scores.ts'
import type { WantedTerm } from '../engine/words-wanted.ts'

export type Corrected = {
  terms: readonly WantedTerm[]
  corrections: readonly { typed: string; searched: string }[]
}

/** So many words that may be meant are tried for each that was typed. */
const mostTried = 5
/** Of a word that stands in fewer documents, it may be that somebody else made the same error. */
const rare = 3

/**
 * What to search instead of words that find nothing, or nothing together with the others: words that are one typing error away.
 * The terms as they are, where they find something or nothing is near.
 */
export function corrected(layers: readonly Layer[], terms: readonly WantedTerm[]): Corrected {
  const asTyped = { terms, corrections: [] }
  if (hasMatch(layers, terms)) return asTyped
  const segments = layers.map(({ segment }) => segment)
  const suspects = terms
    .map((term, index) => ({ term, index, documents: worthOf(term, segments).documents }))
    .filter(({ term, documents }) => !term.without && term.words.length === 1 && documents < rare)
  let now: Corrected = asTyped
  for (const { term, index, documents } of suspects) {
    const typed = term.words[0]?.word ?? ''
    const near = nearWords(segments, typed, term.prefix).slice(0, mostTried)
    const tried = near.map(({ word }) => withWord(now, index, typed, word))
    // Where it is another word that finds nothing, this one stays as it was typed.
    const best = tried.find(({ terms: changed }) => hasMatch(layers, changed))
    if (best !== undefined) return best
    const [likely] = tried
    if (documents === 0 && likely !== undefined) now = likely
  }
  return hasMatch(layers, now.terms) ? now : asTyped
}

function withWord(
  { terms, corrections }: Corrected,
  index: number,
  typed: string,
  searched: string,
): Corrected {
  const changed = terms.map((term, at) =>
    at === index ? { ...term, words: [{ word: searched, step: 0 }] } : term,
  )
  return { terms: changed, corrections: [...corrections, { typed, searched }] }
}
