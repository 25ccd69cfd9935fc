/**
 * How much a word says of a document when it stands in a part of it, and by how many words of that part it says less
 * (BM25F with a fixed usual length, so that parts of the index can be put together without counting anew). `null` where the
 * length says nothing.
 */
export type Field = { weight: number; usualWords: number | null }

export const fields = {
  episodeTitle: { weight: 5, usualWords: 8 },
  topic: { weight: 3, usualWords: null },
  podcast: { weight: 1.5, usualWords: null },
  summary: { weight: 1, usualWords: 40 },
  chapterTitle: { weight: 4, usualWords: 5 },
  chapterDescription: { weight: 1, usualWords: 15 },
  highlight: { weight: 2, usualWords: 18 },
  noteBody: { weight: 2, usualWords: 30 },
  noteQuote: { weight: 1, usualWords: 15 },
  tag: { weight: 4, usualWords: null },
} as const satisfies Record<string, Field>

export type FieldText = { field: Field; text: string }

const lengthShare = 0.7
const saturation = 1.5

/** Of one occurrence in a part of so many words. */
export function occurrenceWeight({ weight, usualWords }: Field, words: number): number {
  if (usualWords === null) return weight
  return weight / (1 - lengthShare + (lengthShare * words) / usualWords)
}

/** From 0 to 1, of the sum of a word's occurrences. */
export function saturated(weights: number): number {
  return weights / (weights + saturation)
}
