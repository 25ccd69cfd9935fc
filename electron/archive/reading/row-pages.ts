import { createHash } from 'node:crypto'
import { holdsRows } from '../format/layout.ts'
import type { ArchivedFile } from '../format/manifest.ts'
import { longestLineBytes } from './limits.ts'
import { linesOf } from './lines.ts'
import { RefusedArchive } from './refused-archive.ts'
import type { ArchiveSource } from './source.ts'

/** As many rows as are worth a transaction; a few large notes end a page sooner. */
const linesPerPage = 500
const bytesPerPage = 1024 * 1024

export type RowPage = {
  path: string
  lines: Buffer[]
  bytes: number
}

/** The rows of an archive, file by file. Rejects with `RefusedArchive` or the system's error. */
export async function* rowPages(
  source: ArchiveSource,
  files: readonly ArchivedFile[],
): AsyncGenerator<RowPage> {
  for (const { path, bytes } of files) {
    if (holdsRows(path)) yield* pagesOf(path, source.read(path, bytes))
  }
}

/** The pages of one file. */
export async function* pagesOf(path: string, chunks: AsyncIterable<Buffer>): AsyncGenerator<RowPage> {
  let page = newPage(path)
  for await (const line of linesOf(chunks, longestLineBytes)) {
    if (line === null) {
      throw new RefusedArchive(
        'too-large',
        `“${path}” in this archive has a row that is larger than Earmark takes.`,
      )
    }
    page.lines.push(line)
    page.bytes += line.length + 1
    if (page.lines.length < linesPerPage && page.bytes < bytesPerPage) continue
    yield page
    page = newPage(path)
  }
  if (page.lines.length > 0) yield page
}

function newPage(path: string): RowPage {
  return { path, lines: [], bytes: 0 }
}

/** Of its lines: by it a page is known again when it is read a second time. */
export function digestOf({ lines }: RowPage): string {
  const hash = createHash('sha256')
  for (const line of lines) hash.update(line).update('\n')
  return hash.digest('hex')
}
