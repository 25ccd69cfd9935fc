/** Which files make up a LevelDB database, as its MANIFEST says. */
export type Manifest = {
  /** Tables by their number, with their length in bytes. */
  tables: ReadonlyMap<number, number>
  /** The oldest log whose records are in no table yet; 0 for none. */
  logNumber: number
}

// What an entry says comes as a list of these, each with its own form (google/leveldb, db/version_edit.cc).
const tags = {
  comparator: 1,
  logNumber: 2,
  nextFileNumber: 3,
  lastSequence: 4,
  compactPointer: 5,
  deletedFile: 6,
  newFile: 7,
  previousLogNumber: 9,
} as const

/** `null` when the entries are not those of a MANIFEST, or lack what LevelDB needs of one. */
export function readManifest(entries: readonly Uint8Array[]): Manifest | null {
  const tables = new Map<number, number>()
  let logNumber: number | null = null
  for (const entry of entries) {
    const edit = readEdit(entry)
    if (edit === null) return null
    for (const number of edit.deleted) tables.delete(number)
    for (const [number, length] of edit.added) tables.set(number, length)
    logNumber = edit.logNumber ?? logNumber
  }
  return logNumber === null ? null : { tables, logNumber }
}

type Edit = { logNumber: number | null; deleted: number[]; added: [number: number, length: number][] }

function readEdit(bytes: Uint8Array): Edit | null {
  const edit: Edit = { logNumber: null, deleted: [], added: [] }
  let at = 0
  /** Seven bits a byte, the lowest first; no number here is near 2^53. One that is cut takes `at` nowhere, which ends it all. */
  function number(): number {
    let value = 0
    for (let factor = 1; at < bytes.length; factor *= 128) {
      const byte = bytes[at] ?? 0
      at += 1
      value += (byte & 127) * factor
      if (byte < 128) return value
    }
    at = Number.NaN
    return at
  }
  function skipText(): void {
    const length = number()
    at += length
  }

  while (at < bytes.length) {
    const tag = number()
    switch (tag) {
      case tags.comparator:
        skipText()
        break
      case tags.logNumber:
        edit.logNumber = number()
        break
      case tags.nextFileNumber:
      case tags.lastSequence:
      case tags.previousLogNumber:
        number()
        break
      case tags.compactPointer:
        number()
        skipText()
        break
      case tags.deletedFile:
        number()
        edit.deleted.push(number())
        break
      case tags.newFile:
        number()
        edit.added.push([number(), number()])
        skipText()
        skipText()
        break
      default:
        return null
    }
  }
  return at === bytes.length ? edit : null
}
