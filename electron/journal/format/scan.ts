import { type Content, readContent } from './contents.ts'
import { type ReadableFile, readLines } from './file-lines.ts'
import { type Damage, recordsInLine } from './records-in-line.ts'

/** `length` counts the whole line. */
export type Found = Damage | { kind: 'content'; offset: number; length: number; content: Content }

/**
 * Everything in an open file that is proven whole, from `start` on, and every range that is not, in their order; what was
 * found in one piece of the file together. Takes time in proportion to the file, whatever is in it. Rejects with the
 * system's error when the file cannot be read.
 */
export async function* scan(file: ReadableFile, start = 0): AsyncGenerator<Found[]> {
  for await (const lines of readLines(file, start)) {
    yield lines
      .flatMap((line) => recordsInLine(line))
      .map((found): Found => {
        if (found.kind === 'damage') return found
        const { offset, length } = found
        const content = readContent(found.json)
        if (content === null) return { kind: 'damage', offset, length, reason: 'not-understood' }
        return { kind: 'content', offset, length, content }
      })
  }
}
