import { crc32c, unmasked } from './crc32c.ts'

// LevelDB’s log format (google/leveldb, doc/log_format.md), in which its MANIFEST is written too: blocks of 32 KB, and in them
// pieces with a header of checksum (4 bytes, over type and data), length (2) and type (1), little-endian. A piece never spans
// two blocks: a record that would is written as a first, any number of middle and a last one.
const blockSize = 32_768
const headerSize = 7
const [unused, full, first, middle, last] = [0, 1, 2, 3, 4]

/** A record as it was written, in the pieces in which it lies in the file. */
export type LogRecord = readonly Uint8Array[]

export type ScannedLog = {
  records: LogRecord[]
  /** Where the last whole record ends that LevelDB would read before it met damage. */
  end: number
  /** Whether something that is no record follows. */
  torn: boolean
}

/**
 * Reads as LevelDB does with `paranoid_checks`, which is how Chromium opens it: what it would pass over in silence is passed
 * over, and where it would refuse the file, the file ends. A cut record at the end it takes for a writer that died, which is
 * right; but then it goes on writing behind that, and refuses the file at the next start (google/leveldb, issue 1287).
 */
export function scanLog(bytes: Uint8Array): ScannedLog {
  const records: LogRecord[] = []
  let end = 0
  /** The pieces so far of a record whose last one is still to come. */
  let begun: Uint8Array[] | null = null

  for (let spot = spotAt(bytes, 0); spot.kind !== 'end'; spot = spotAt(bytes, spot.next)) {
    if (spot.kind === 'unused') {
      if (begun !== null) break
      continue
    }
    const pieces = withPiece(begun, spot)
    if (pieces === null) break
    const isWhole: boolean = spot.type === full || spot.type === last
    if (isWhole) {
      records.push(pieces)
      end = spot.next
    }
    begun = isWhole ? null : pieces
  }
  return { records, end, torn: end < bytes.length }
}

type Piece = { kind: 'piece'; type: number; data: Uint8Array; next: number }
type Spot = Piece | { kind: 'unused'; next: number } | { kind: 'end' }

/** What stands at this place of the file, past the few bytes at the end of a block that no header fits into. */
function spotAt(bytes: Uint8Array, place: number): Spot {
  const restOfBlock = blockSize - (place % blockSize)
  const at = restOfBlock < headerSize ? place + restOfBlock : place
  if (at + headerSize > bytes.length) return { kind: 'end' }
  const header = new DataView(bytes.buffer, bytes.byteOffset + at, headerSize)
  const length = header.getUint16(4, true)
  const type = header.getUint8(6)
  const blockEnd = at - (at % blockSize) + blockSize
  // Room that was made and not written to; LevelDB goes on at the next block.
  if (type === unused && length === 0) return { kind: 'unused', next: blockEnd }

  const next = at + headerSize + length
  if (next > Math.min(blockEnd, bytes.length)) return { kind: 'end' }
  if (crc32c(bytes, at + 6, next) !== unmasked(header.getUint32(0, true))) return { kind: 'end' }
  return { kind: 'piece', type, data: bytes.subarray(at + headerSize, next), next }
}

/** The record with its next piece; `null` when that piece cannot follow. */
function withPiece(begun: Uint8Array[] | null, { type, data }: Piece): Uint8Array[] | null {
  switch (type) {
    case full:
    case first:
      // An old writer began a record with nothing at the very end of a block, and then once more in the next one.
      return begun === null || begun.every((piece) => piece.length === 0) ? [data] : null
    case middle:
    case last:
      begun?.push(data)
      return begun
    default:
      return null
  }
}
