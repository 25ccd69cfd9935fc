import { longestWord } from './tokens.ts'

/** Words by number, looked up by their letters without making a string of each. */
export type TermTable = {
  /** The number of the word that stands there in a text; a new one for one that was never asked about. */
  numberOf: (text: string, start: number, end: number) => number
  count: () => number
  letters: () => Uint16Array
  /** Where each begins in `letters`, and where the last ends. */
  starts: () => Uint32Array
}

export function createTermTable(): TermTable {
  let slots = new Int32Array(1 << 14).fill(-1)
  let hashes = new Int32Array(1 << 13)
  let starts = new Uint32Array((1 << 13) + 1)
  let letters = new Uint16Array(1 << 16)
  let count = 0

  function numberOf(text: string, start: number, end: number): number {
    let hash = 0x811c9dc5
    for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
    hash ^= hash >>> 15
    let slot = hash & (slots.length - 1)
    for (;;) {
      const number = slots[slot] ?? -1
      if (number === -1) return added(text, start, end, hash, slot)
      if (hashes[number] === hash && isSame(number, text, start, end)) return number
      slot = (slot + 1) & (slots.length - 1)
    }
  }

  function isSame(number: number, text: string, start: number, end: number): boolean {
    const from = starts[number] ?? 0
    if ((starts[number + 1] ?? 0) - from !== end - start) return false
    for (let at = start; at < end; at += 1) {
      if (letters[from + at - start] !== text.charCodeAt(at)) return false
    }
    return true
  }

  function added(text: string, start: number, end: number, hash: number, slot: number): number {
    if (count === hashes.length) {
      hashes = grown(hashes, new Int32Array(2 * count))
      starts = grown(starts, new Uint32Array(2 * count + 1))
    }
    const from = starts[count] ?? 0
    if (from + longestWord > letters.length) letters = grown(letters, new Uint16Array(2 * letters.length))
    for (let at = start; at < end; at += 1) letters[from + at - start] = text.charCodeAt(at)
    starts[count + 1] = from + end - start
    hashes[count] = hash
    slots[slot] = count
    count += 1
    if (2 * count > slots.length) rehash()
    return count - 1
  }

  function rehash(): void {
    slots = new Int32Array(2 * slots.length).fill(-1)
    for (let number = 0; number < count; number += 1) {
      let slot = (hashes[number] ?? 0) & (slots.length - 1)
      while (slots[slot] !== -1) slot = (slot + 1) & (slots.length - 1)
      slots[slot] = number
    }
  }

  return { numberOf, count: () => count, letters: () => letters, starts: () => starts }
}

function grown<Numbers extends Int32Array | Uint32Array | Uint16Array>(from: Numbers, to: Numbers): Numbers {
  to.set(from)
  return to
}
