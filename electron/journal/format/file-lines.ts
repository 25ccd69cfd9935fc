import { largestJson } from './record.ts'
import type { Line } from './records-in-line.ts'

const chunkBytes = 256 * 1024
const lineFeed = 0x0a

/** Longer than any line of ours; what has no line feed for so long is taken in pieces, so that it fits into memory. */
const longestLine = 2 * largestJson

/** An open file, as `node:fs/promises` gives it. */
export type ReadableFile = {
  read: (into: Buffer, at: number, length: number, position: number) => Promise<{ bytesRead: number }>
}

/** The lines of an open file from `start` on, those of each chunk together. Rejects with the system's error. */
export async function* readLines(
  file: ReadableFile,
  start = 0,
  longest = longestLine,
): AsyncGenerator<Line[]> {
  let offset = start
  /** The beginning of a line whose end was not read yet. */
  let begun: Buffer[] = []
  let begunBytes = 0
  for (let position = start; ; ) {
    const buffer = Buffer.allocUnsafe(chunkBytes)
    const { bytesRead } = await file.read(buffer, 0, chunkBytes, position)
    if (bytesRead === 0) break
    position += bytesRead
    const chunk = buffer.subarray(0, bytesRead)
    const lines: Line[] = []
    let from = 0
    for (let feed = chunk.indexOf(lineFeed); feed !== -1; feed = chunk.indexOf(lineFeed, from)) {
      const rest = chunk.subarray(from, feed)
      const bytes = begun.length === 0 ? rest : Buffer.concat([...begun, rest])
      lines.push({ offset, bytes, ended: true })
      offset += bytes.length + 1
      from = feed + 1
      begun = []
      begunBytes = 0
    }
    begun.push(chunk.subarray(from))
    begunBytes += bytesRead - from
    if (begunBytes > longest) {
      lines.push({ offset, bytes: Buffer.concat(begun), ended: false })
      offset += begunBytes
      begun = []
      begunBytes = 0
    }
    if (lines.length > 0) yield lines
  }
  if (begunBytes > 0) yield [{ offset, bytes: Buffer.concat(begun), ended: false }]
}
