const bytesPerWord = 4

/** The number by which version 2 tells whether the service says something else of an episode. */
export function revisionOf(text: string): number {
  const written = new TextEncoder().encode(text)
  const bytes = new Uint8Array(Math.ceil(written.length / bytesPerWord) * bytesPerWord)
  bytes.set(written)
  let one = 0x9e3779b9 ^ written.length
  let other = 0x85ebca6b ^ written.length
  for (const word of new Uint32Array(bytes.buffer)) {
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
