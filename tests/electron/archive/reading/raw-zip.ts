import { crc32, deflateRawSync } from 'node:zlib'

/** A file in a zip, with whatever lies its records are to tell. */
export type RawEntry = {
  name: string | Buffer
  data: Buffer
  /** 0 is stored, 8 deflated. */
  method?: number
  flags?: number
  crc?: number
  /** What both records say; else the truth. */
  packedBytes?: number
  unpackedBytes?: number
  /** As Unix has it, in octal: 0o120777 is a link. */
  mode?: number
  /** Points to the data of the entry of this index instead of its own. */
  sameDataAs?: number
  /** Sizes as a zip64 extra field has them, the plain ones being all ones. */
  zip64?: { unpackedBytes: bigint; packedBytes: bigint }
}

/** What no zip library would write. Records as in APPNOTE.TXT 4.3.7, 4.3.12, 4.3.16. */
export function rawZip(
  entries: readonly RawEntry[],
  { comment = '', entryCount = entries.length }: { comment?: string; entryCount?: number } = {},
): Buffer {
  const locals: Buffer[] = []
  const offsets: number[] = []
  let at = 0
  for (const entry of entries) {
    offsets.push(entry.sameDataAs === undefined ? at : (offsets[entry.sameDataAs] ?? 0))
    if (entry.sameDataAs !== undefined) continue
    const { name, packed, record } = recordsOf(entry)
    const local = Buffer.concat([
      signature(0x04034b50),
      u16(20),
      record,
      u16(name.length),
      u16(0),
      name,
      packed,
    ])
    locals.push(local)
    at += local.length
  }
  const central = entries.map((entry, index) => {
    const { name, record, extra } = recordsOf(entry)
    const attributes = Buffer.alloc(4)
    attributes.writeUInt32LE(((entry.mode ?? 0o100_644) << 16) >>> 0)
    return Buffer.concat([
      ...[signature(0x02014b50), u16((3 << 8) | 20), u16(20), record],
      ...[u16(name.length), u16(extra.length), u16(0), u16(0), u16(0)],
      ...[attributes, u32(offsets[index] ?? 0), name, extra],
    ])
  })
  const directory = Buffer.concat(central)
  const end = Buffer.concat([
    ...[signature(0x06054b50), u16(0), u16(0), u16(entryCount), u16(entryCount)],
    ...[u32(directory.length), u32(at), u16(Buffer.byteLength(comment)), Buffer.from(comment)],
  ])
  return Buffer.concat([...locals, directory, end])
}

/** What both of an entry's records share: flags to sizes. */
function recordsOf(entry: RawEntry) {
  const { data, method = 8, flags = 0, zip64 } = entry
  const packed = method === 8 ? deflateRawSync(data) : data
  const name = typeof entry.name === 'string' ? Buffer.from(entry.name) : entry.name
  const allOnes = 0xffffffff
  const record = Buffer.concat([
    ...[u16(flags | 0x800), u16(method), u16(0), u16(0x21), u32(entry.crc ?? crc32(data))],
    u32(zip64 === undefined ? (entry.packedBytes ?? packed.length) : allOnes),
    u32(zip64 === undefined ? (entry.unpackedBytes ?? data.length) : allOnes),
  ])
  return { name, packed, record, extra: zip64 === undefined ? Buffer.alloc(0) : zip64Field(zip64) }
}

function zip64Field({ unpackedBytes, packedBytes }: NonNullable<RawEntry['zip64']>): Buffer {
  const sizes = Buffer.alloc(16)
  sizes.writeBigUInt64LE(unpackedBytes, 0)
  sizes.writeBigUInt64LE(packedBytes, 8)
  return Buffer.concat([u16(1), u16(sizes.length), sizes])
}

const signature = u32

function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16LE(value)
  return bytes
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
