import type { Segment } from './segment.ts'

type Words = Pick<Segment, 'termCount' | 'termStarts' | 'letters'>

export function wordAt({ termStarts, letters }: Words, term: number): string {
  return String.fromCharCode(...letters.subarray(termStarts[term], termStarts[term + 1]))
}

/** -1 for one that is not there. */
export function termOf(words: Words, word: string): number {
  const term = firstNotBefore(words, word)
  return term < words.termCount && compared(words, term, word) === 0 ? term : -1
}

/** The words that begin with it, as numbers from the first to before `end`. */
export function termsBeginningWith(words: Words, beginning: string): { from: number; end: number } {
  const from = firstNotBefore(words, beginning)
  return { from, end: endOfBeginning(words, beginning, from) }
}

function firstNotBefore(words: Words, word: string): number {
  let [low, high] = [0, words.termCount]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (compared(words, middle, word) < 0) low = middle + 1
    else high = middle
  }
  return low
}

function endOfBeginning(words: Words, beginning: string, from: number): number {
  let [low, high] = [from, words.termCount]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (beginsWith(words, middle, beginning)) low = middle + 1
    else high = middle
  }
  return low
}

/** Less than 0 when the word of that number comes before the other one. */
function compared({ termStarts, letters }: Words, term: number, word: string): number {
  const from = termStarts[term] ?? 0
  const length = (termStarts[term + 1] ?? 0) - from
  const both = Math.min(length, word.length)
  for (let at = 0; at < both; at += 1) {
    const difference = (letters[from + at] ?? 0) - word.charCodeAt(at)
    if (difference !== 0) return difference
  }
  return length - word.length
}

function beginsWith({ termStarts, letters }: Words, term: number, beginning: string): boolean {
  const from = termStarts[term] ?? 0
  if ((termStarts[term + 1] ?? 0) - from < beginning.length) return false
  for (let at = 0; at < beginning.length; at += 1) {
    if (letters[from + at] !== beginning.charCodeAt(at)) return false
  }
  return true
}
