import { isUnspaced } from '../../../../shared/search/tokens.ts'
import type { Judged } from './judged.ts'

/** Shorter words are other words after one error. */
const shortestWord = 5
const letters = 'abcdefghijklmnopqrstuvwxyz'

/** The same searches, in each of them one letter of one of its words wrong; those without a longer word are left out. */
export function withTypingErrors(
  judged: readonly Judged[],
  seed: number,
): { wrong: Judged[]; right: Judged[] } {
  const random = seeded(seed)
  const pairs = judged.flatMap((right) => {
    const words = right.text.split(' ')
    const longer = words.filter((word) => isLonger(word))
    const word = longer[Math.floor(random() * longer.length)]
    if (word === undefined) return []
    const text = words.map((each) => (each === word ? withError(word, random) : each)).join(' ')
    return [{ right, wrong: { ...right, text } }]
  })
  return { wrong: pairs.map(({ wrong }) => wrong), right: pairs.map(({ right }) => right) }
}

function isLonger(word: string): boolean {
  return word.length >= shortestWord && /^\p{L}+$/u.test(word) && !isUnspaced(word)
}

/** A letter too few, too many or another, or two that changed places. */
function withError(word: string, random: () => number): string {
  const at = Math.floor(random() * (word.length - 1))
  const [before, here, next, after] = [word.slice(0, at), word[at], word[at + 1], word.slice(at + 2)]
  const other = letters[Math.floor(random() * letters.length)] ?? 'x'
  const wrong = [
    `${before}${next}${after}`,
    `${before}${other}${here}${next}${after}`,
    `${before}${other}${next}${after}`,
    `${before}${next}${here}${after}`,
  ][Math.floor(random() * 4)]
  return wrong === undefined || wrong === word ? `${before}${next}${after}` : wrong
}

/** Mulberry32. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
