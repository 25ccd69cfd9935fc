import { folded } from '../text/fold.ts'

/** What of a text is compared, and how much of it there is. */
export type Grams = { counts: ReadonlyMap<string, number>; size: number }

const word = /[\p{L}\p{N}]+/gu
const gramLength = 3

/**
 * The trigrams of each word, which is folded and stands between spaces, so that its beginning and end count as well. Neither
 * punctuation nor the order of words does: reworded sentences turn parts around ("back up daily, then test" and "test what you
 * back up each day"), and an inflected word ("backup", "backups") shares most of its trigrams.
 */
export function gramsOf(text: string): Grams {
  const counts = new Map<string, number>()
  let size = 0
  for (const [found] of folded(text).matchAll(word)) {
    const letters = [' ', ...found, ' ']
    for (let at = 0; at + gramLength <= letters.length; at += 1) {
      const gram = letters.slice(at, at + gramLength).join('')
      counts.set(gram, (counts.get(gram) ?? 0) + 1)
      size += 1
    }
  }
  return { counts, size }
}

/**
 * Sørensen–Dice: twice what two texts share, of all that they have; 0 to 1. Of two without any word, and of one such, 0. Which
 * values mean what is said in `bars.ts`.
 */
export function similarity(one: Grams, other: Grams): number {
  const [few, many] = one.counts.size <= other.counts.size ? [one, other] : [other, one]
  let shared = 0
  for (const [gram, count] of few.counts) shared += Math.min(count, many.counts.get(gram) ?? 0)
  const all = one.size + other.size
  return all === 0 ? 0 : (2 * shared) / all
}

/** Whether two texts say the same but for case, accents, punctuation and spaces. */
export function sameWords(one: string, other: string): boolean {
  if (one === other) return true
  const words = wordsOf(one)
  return words !== '' && words === wordsOf(other)
}

/** Without case, accents, punctuation and more than one space. */
export function wordsOf(text: string): string {
  return (folded(text).match(word) ?? []).join(' ')
}
