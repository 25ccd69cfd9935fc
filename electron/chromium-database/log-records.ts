import { crc32c, unmasked } from './crc32c.ts'

// LevelDB’s log format (google/leveldb, doc/log_format.md), in which its MANIFEST is written too: blocks of 32 KB, and in them
// pieces with a header of checksum (4 bytes, over type and data), length (2) and type (1), little-endian. A piece never spans
// two blocks: a record that would is written as a first, any number of middle and a last one.
const blockSize = 32_768
const headerSize = 7
const [unused, full, first, middle, last] = [0, 1, 2, 3, 4]

/** A part of a file: from its first byte up to, not including, that behind its last. */
type Range = { from: number; to: number }

/** Where a record lies, in the order in which it was written. */
export type LogRecord = readonly Range[]

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
 * right; but then it goes on writing behind that, and refuses the file at the next start (google/leveldb, issue 1287). Before
 * `checkedFrom` pieces are followed from one to the next without their checksums, which takes a tenth of the time.
 */
export function scanLog(bytes: Uint8Array, checkedFrom = 0): ScannedLog {
  const records: LogRecord[] = []
  let end = 0
  /** The pieces so far of a record whose last one is still to come. */
  let begun: Range[] | null = null

  for (
    let spot = spotAt(bytes, 0, checkedFrom);
    spot.kind !== 'end';
    spot = spotAt(bytes, spot.next, checkedFrom)
  ) {
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

type Piece = { kind: 'piece'; type: number; data: Range; next: number }
type Spot = Piece | { kind: 'unused'; next: number } | { kind: 'end' }

/** What a record says. */
export function contentOf(bytes: Uint8Array, record: LogRecord): Uint8Array {
  return Buffer.concat(record.map(({ from, to }) => bytes.subarray(from, to)))
}

/** What stands at this place of the file, past the few bytes at the end of a block that no header fits into. */
function spotAt(bytes: Uint8Array, place: number, checkedFrom: number): Spot {
  const restOfBlock = blockSize - (place % blockSize)
  const at = restOfBlock < headerSize ? place + restOfBlock : place
  if (at + headerSize > bytes.length) return { kind: 'end' }
  const length = (bytes[at + 4] ?? 0) | ((bytes[at + 5] ?? 0) << 8)
  const type = bytes[at + 6] ?? unused
  const blockEnd = at - (at % blockSize) + blockSize
  // Room that was made and not written to; LevelDB goes on at the next block.
  if (type === unused && length === 0) return { kind: 'unused', next: blockEnd }

  const next = at + headerSize + length
  if (next > Math.min(blockEnd, bytes.length)) return { kind: 'end' }
  const isWhole = next <= checkedFrom || crc32c(bytes, at + 6, next) === checksumAt(bytes, at)
  if (!isWhole) return { kind: 'end' }
  return { kind: 'piece', type, data: { from: at + headerSize, to: next }, next }
}

function checksumAt(bytes: Uint8Array, at: number): number {
  return unmasked(new DataView(bytes.buffer, bytes.byteOffset + at).getUint32(0, true))
}

/** The record with its next piece; `null` when that piece cannot follow. */
function withPiece(begun: Range[] | null, { type, data }: Piece): Range[] | null {
  switch (type) {
    case full:
    case first:
      // An old writer began a record with nothing at the very end of a block, and then once more in the next one.
      return begun === null || begun.every(({ from, to }) => from === to) ? [data] : null
    case middle:
    case last:
      begun?.push(data)
      return begun
    default:
      return null
  }
}
