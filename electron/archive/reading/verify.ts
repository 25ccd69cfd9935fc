import { createHash, type Hash } from 'node:crypto'
import { holdsRows } from '../format/layout.ts'
import type { ArchiveManifest } from '../format/manifest.ts'
import { mostRows } from './limits.ts'
import { damaged, RefusedArchive } from './refused-archive.ts'
import { pagesOf, type RowPage } from './row-pages.ts'
import type { ArchiveSource } from './source.ts'

type VerifyParts = {
  source: ArchiveSource
  manifest: ArchiveManifest
  /** Gets each page of rows as it comes by. */
  look: (page: RowPage) => void
  showRead: (bytes: number) => void
  signal: AbortSignal
}

/** Reads all that the manifest lists. Rejects with `RefusedArchive` when something is not as it says, or the system's error. */
export async function verifyArchive({
  source,
  manifest,
  look,
  showRead,
  signal,
}: VerifyParts): Promise<void> {
  let [read, rows] = [0, 0]
  async function* followed(chunks: AsyncIterable<Buffer>, hash: Hash): AsyncGenerator<Buffer> {
    for await (const chunk of chunks) {
      if (signal.aborted) throw new RefusedArchive('cancelled', 'Stopped.')
      hash.update(chunk)
      read += chunk.length
      showRead(read)
      yield chunk
    }
  }

  for (const { path, bytes, sha256 } of manifest.files) {
    const hash = createHash('sha256')
    const chunks = followed(source.read(path, bytes), hash)
    if (holdsRows(path)) {
      for await (const page of pagesOf(path, chunks)) {
        rows += page.lines.length
        if (rows > mostRows) throw tooManyRows()
        look(page)
      }
    } else for await (const _chunk of chunks);
    if (hash.digest('hex') !== sha256) throw damaged(path)
  }
}

function tooManyRows(): RefusedArchive {
  return new RefusedArchive('too-large', 'This archive has more rows than any library of Earmark’s.')
}
