import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { readContent, type SnapshotEnd } from '../format/contents.ts'
import { readLines } from '../format/file-lines.ts'
import { type Line, recordsInLine } from '../format/records-in-line.ts'

/**
 * The end of a snapshot of which every byte is as it was written, `null` of any other. Rejects with the system's error
 * when it cannot be read.
 */
export async function verifySnapshot(path: string): Promise<SnapshotEnd | null> {
  const file = await open(path, 'r')
  try {
    const hash = createHash('sha256')
    /** The line that may be the last one, which the sum leaves out. */
    let last: Line | null = null
    let lines = 0
    for await (const batch of readLines(file)) {
      for (const line of batch) {
        if (!isWholeLine(line)) return null
        if (last !== null) hash.update(last.bytes).update('\n')
        last = line
        lines += 1
      }
    }
    const end = last === null ? null : endIn(last)
    // Beside the rows there are the header and the end.
    if (end === null || end.rows !== lines - 2 || end.sha256 !== hash.digest('hex')) return null
    return end
  } finally {
    await file.close()
  }
}

/** Of a snapshot that may be damaged elsewhere; reads its last few bytes. */
export async function readSnapshotEnd(path: string): Promise<SnapshotEnd | null> {
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    let last: Line | null = null
    for await (const lines of readLines(file, Math.max(0, size - longestEnd))) last = lines.at(-1) ?? last
    return last === null ? null : endIn(last)
  } finally {
    await file.close()
  }
}

/** In bytes; a count for each kind of row is what makes it long. */
const longestEnd = 4096

function endIn(line: Line): SnapshotEnd | null {
  const [found] = recordsInLine(line)
  const content = found?.kind === 'record' ? readContent(found.json) : null
  return content?.is === 'end' ? content.end : null
}

function isWholeLine(line: Line): boolean {
  const [found, ...more] = recordsInLine(line)
  return found?.kind === 'record' && more.length === 0
}
