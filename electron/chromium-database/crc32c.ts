/** Castagnoli's polynomial, reflected. Node’s zlib has only the other one. */
const polynomial = 0x82f63b78
const table = buildTable()

/**
 * CRC-32C of `bytes[from]` up to, not including, `bytes[to]`. A byte at a time: it is needed for some megabytes, once, and the code
 * that takes eight is compiled too late to be faster.
 */
export function crc32c(bytes: Uint8Array, from: number, to: number): number {
  let crc = ~0
  for (let at = from; at < to; at += 1) {
    crc = (crc >>> 8) ^ (table[(crc ^ (bytes[at] ?? 0)) & 0xff] ?? 0)
  }
  return ~crc >>> 0
}

const maskDelta = 0xa282ead8

/** LevelDB stores a checksum rotated and moved, as a checksum of data that holds its own checksum says little. */
export function unmasked(stored: number): number {
  const rotated = (stored - maskDelta) >>> 0
  return ((rotated >>> 17) | (rotated << 15)) >>> 0
}

/** The checksum of each byte by itself; signed, so that all of them are small integers to the engine. */
function buildTable(): Int32Array {
  return Int32Array.from({ length: 256 }, (_, byte) => {
    let crc = byte
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? polynomial : 0)
    return crc
  })
}
