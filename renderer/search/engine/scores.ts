import { impactBits, mostImpact, type Segment } from './segment.ts'
import { termOf, termsBeginningWith } from './vocabulary.ts'
import type { WantedTerm } from './words-wanted.ts'

/** A word of a segment that answers to one that is wanted, and what it counts for by its impact. */
export type Answering = { term: number; worth: Float32Array }

/** What is wanted of each of a query's terms, by what all segments hold. */
export type TermWorth = {
  wanted: WantedTerm
  /** In how many documents its rarest word stands, at most. */
  documents: number
  /** Of each of its words: how much the word itself is worth, and one that only begins with it. */
  worths: readonly { exact: number; begun: number }[]
}

/** A word that only begins with the one that was typed says less, the less of it was typed. */
const begunShare = 0.6

export function worthOf(wanted: WantedTerm, segments: readonly Segment[]): TermWorth {
  const all = segments.reduce((sum, { documentCount }) => sum + documentCount, 0)
  const counts = wanted.words.map((each, index) => {
    const mayGoOn = isLast(wanted, index) && wanted.prefix
    return segments.reduce(
      (sum, segment) => {
        const { from, end } = termsBeginningWith(segment, each.word)
        const exact = termOf(segment, each.word)
        let begun = 0
        if (mayGoOn) for (let term = from; term < end; term += 1) begun += segment.termDocuments[term] ?? 0
        return {
          exact: sum.exact + (exact === -1 ? 0 : (segment.termDocuments[exact] ?? 0)),
          begun: sum.begun + begun,
        }
      },
      { exact: 0, begun: 0 },
    )
  })
  return {
    wanted,
    documents: Math.min(all, ...counts.map(({ exact, begun }) => Math.max(exact, begun))),
    worths: counts.map(({ exact, begun }) => ({
      exact: rarity(all, exact),
      begun: begunShare * rarity(all, Math.min(all, begun)),
    })),
  }
}

/** The words of a segment that answer to a term's word. */
export function answering(segment: Segment, { wanted, worths }: TermWorth, index: number): Answering[] {
  const word = wanted.words[index]?.word ?? ''
  const { exact = 0, begun = 0 } = worths[index] ?? {}
  if (!(isLast(wanted, index) && wanted.prefix)) {
    const term = termOf(segment, word)
    return term === -1 ? [] : [{ term, worth: byImpact(exact) }]
  }
  const { from, end } = termsBeginningWith(segment, word)
  const found: Answering[] = []
  for (let term = from; term < end; term += 1) {
    const length = (segment.termStarts[term + 1] ?? 0) - (segment.termStarts[term] ?? 0)
    const isExact = length === word.length
    found.push({ term, worth: byImpact(isExact ? exact : begun * Math.sqrt(word.length / length)) })
  }
  return found
}

function byImpact(worth: number): Float32Array {
  // The beginning of a word has thousands of them.
  const worths = new Float32Array(1 << impactBits)
  for (let impact = 1; impact <= mostImpact; impact += 1) worths[impact] = (worth * impact) / mostImpact
  return worths
}

function isLast({ words }: WantedTerm, index: number): boolean {
  return index === words.length - 1
}

function rarity(all: number, documents: number): number {
  return Math.log(1 + (all - documents + 0.5) / (documents + 0.5))
}
