import { type Content, readContent } from '../format/contents.ts'
import { recordsInLine } from '../format/records-in-line.ts'
import { scan } from '../format/scan.ts'
import type { DiskFile } from './disk.ts'

/** How a file of the journal ends. */
export type Tail = {
  /** Of its newest entry, or the one before its first when it has none; `null` when nothing in it can be read. */
  lastNumber: number | null
  /** Everything of use ends here. */
  wholeTo: number
  /** Whether the last record of use has its line feed. */
  ended: boolean
}

/** Most entries are shorter than the first; those of many changes are shorter than the last. */
const windowsBytes = [64 * 1024, 512 * 1024, 4 * 1024 * 1024]
const lineFeed = 0x0a

/** Reads a few kilobytes of a file that ends as it should, and all of any other. Rejects with the system's error. */
export async function readTail(file: Pick<DiskFile, 'read'>, size: number): Promise<Tail> {
  for (const windowBytes of windowsBytes) {
    const tail = await readLastLine(file, size, windowBytes)
    if (tail !== null) return tail
  }
  return readWhole(file)
}

async function readLastLine(
  file: Pick<DiskFile, 'read'>,
  size: number,
  windowBytes: number,
): Promise<Tail | null> {
  const start = Math.max(0, size - windowBytes)
  const buffer = Buffer.allocUnsafe(size - start)
  const { bytesRead } = await file.read(buffer, 0, buffer.length, start)
  const end = buffer.length - 1
  if (bytesRead < buffer.length || buffer[end] !== lineFeed) return null
  const feedBefore = end === 0 ? -1 : buffer.lastIndexOf(lineFeed, end - 1)
  if (feedBefore === -1 && start > 0) return null
  const bytes = buffer.subarray(feedBefore + 1, end)
  const [found, ...more] = recordsInLine({ offset: start + feedBefore + 1, bytes, ended: true })
  if (found?.kind !== 'record' || more.length > 0) return null
  const number = numberOf(readContent(found.json))
  return number === null ? null : { lastNumber: number, wholeTo: size, ended: true }
}

async function readWhole(file: Pick<DiskFile, 'read'>): Promise<Tail> {
  const tail: Tail = { lastNumber: null, wholeTo: 0, ended: true }
  for await (const batch of scan(file)) {
    for (const found of batch) {
      if (found.kind === 'damage') {
        if (found.length === 0) tail.ended = false
        continue
      }
      tail.lastNumber = Math.max(tail.lastNumber ?? 0, numberOf(found.content) ?? 0)
      tail.wholeTo = found.offset + found.length
      tail.ended = true
    }
  }
  return tail
}

function numberOf(content: Content | null): number | null {
  if (content?.is === 'entry') return content.entry.number
  return content?.is === 'journal' ? content.header.firstNumber - 1 : null
}
