const encoder = new TextEncoder()
const bytesPerWord = 4
/** UTF-8 of one UTF-16 unit takes three bytes at most. */
const mostBytesPerUnit = 3

/** Used again for each text: making one for each costs more than the hash. Grows to the longest one. */
let words = new Uint32Array(16_384)

/**
 * 53 bits of what a text says, as a number that JSON and typed arrays hold exactly; never 0. Of two texts of one episode
 * that differ, one in 9·10¹⁵ would pass for the other. Two multiplying rounds with different constants, mixed at the end
 * as in MurmurHash3; not for anything that an attacker gains by. Four bytes at a time: a fifth of the time of going
 * through the text by its characters.
 */
export function revisionOf(text: string): number {
  const mostWords = Math.ceil((text.length * mostBytesPerUnit) / bytesPerWord)
  if (mostWords > words.length) words = new Uint32Array(2 * mostWords)
  const { written } = encoder.encodeInto(text, new Uint8Array(words.buffer))
  const count = Math.ceil(written / bytesPerWord)
  new Uint8Array(words.buffer).fill(0, written, count * bytesPerWord)
  let one = 0x9e3779b9 ^ written
  let other = 0x85ebca6b ^ written
  for (let index = 0; index < count; index += 1) {
    const word = words[index] ?? 0
    one = Math.imul(one ^ word, 0x9e3779b1)
    one ^= one >>> 15
    other = Math.imul(other ^ word, 0x5f356495)
    other ^= other >>> 13
  }
  one = mixed(one ^ (other >>> 15))
  other = mixed(other ^ (one >>> 13))
  return (other & 0x1fffff) * 0x1_0000_0000 + (one >>> 0) || 1
}

function mixed(value: number): number {
  const once = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35)
  return twice ^ (twice >>> 16)
}
