/** Castagnoli's polynomial, reflected. Node’s zlib has only the other one. */
const polynomial = 0x82f63b78
/** How many bytes are taken at a time. */
const step = 8
const byteValues = 256

const table = buildTable()

/** CRC-32C of `bytes[from]` up to, not including, `bytes[to]`. */
export function crc32c(bytes: Uint8Array, from: number, to: number): number {
  let crc = ~0
  let at = from
  for (; at + step <= to; at += step) {
    const low = crc ^ word(bytes, at)
    const high = word(bytes, at + 4)
    crc =
      entry(7, low) ^
      entry(6, low >>> 8) ^
      entry(5, low >>> 16) ^
      entry(4, low >>> 24) ^
      entry(3, high) ^
      entry(2, high >>> 8) ^
      entry(1, high >>> 16) ^
      entry(0, high >>> 24)
  }
  for (; at < to; at += 1) crc = (crc >>> 8) ^ entry(0, crc ^ byte(bytes, at))
  return ~crc >>> 0
}

const maskDelta = 0xa282ead8

/** LevelDB stores a checksum rotated and moved, as a checksum of data that holds its own checksum says little. */
export function unmasked(stored: number): number {
  const rotated = (stored - maskDelta) >>> 0
  return ((rotated >>> 17) | (rotated << 15)) >>> 0
}

/** Row n holds, for each byte, its checksum with n zeros behind it. */
function buildTable(): Int32Array {
  const built = new Int32Array(step * byteValues)
  for (let value = 0; value < byteValues; value += 1) {
    let crc = value
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? polynomial : 0)
    built[value] = crc
  }
  for (let index = byteValues; index < built.length; index += 1) {
    const before = built[index - byteValues] ?? 0
    built[index] = (before >>> 8) ^ (built[before & 0xff] ?? 0)
  }
  return built
}

function entry(zeros: number, value: number): number {
  return table[zeros * byteValues + (value & 0xff)] ?? 0
}

function word(bytes: Uint8Array, at: number): number {
  return (
    byte(bytes, at) | (byte(bytes, at + 1) << 8) | (byte(bytes, at + 2) << 16) | (byte(bytes, at + 3) << 24)
  )
}

function byte(bytes: Uint8Array, at: number): number {
  return bytes[at] ?? 0
}
