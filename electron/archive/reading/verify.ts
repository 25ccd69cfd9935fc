import { createHash, type Hash } from 'node:crypto'
import { holdsRows } from '../format/layout.ts'
import type { ArchivedFile, ArchiveManifest } from '../format/manifest.ts'
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

/**
 * Reads all rows that the manifest lists, and gives what reads the rest. Both reject with `RefusedArchive` when something is not as it
 * says, or the system's error.
 */
export async function verifyRows({
  source,
  manifest,
  look,
  showRead,
  signal,
}: VerifyParts): Promise<() => Promise<void>> {
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

  async function verify({ path, bytes, sha256 }: ArchivedFile): Promise<void> {
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

  const [rowFiles, others] = [
    manifest.files.filter(isOfRows),
    manifest.files.filter((file) => !isOfRows(file)),
  ]
  for (const file of rowFiles) await verify(file)
  return () => eachOf(others, filesAtOnce, verify)
}

/** Of small files most of the time is waiting. */
const filesAtOnce = 8

function isOfRows({ path }: ArchivedFile): boolean {
  return holdsRows(path)
}

/** Acts on all, so many at a time. Once one fails no other is begun; rejects when none is under way any more. */
async function eachOf<Item>(
  items: readonly Item[],
  atOnce: number,
  act: (item: Item) => Promise<void>,
): Promise<void> {
  const left = items.values()
  const faults: unknown[] = []
  async function actOnLeft(): Promise<void> {
    for (const item of left) {
      if (faults.length > 0) return
      await act(item).catch((error: unknown) => void faults.push(error))
    }
  }
  await Promise.all(Array.from({ length: atOnce }, actOnLeft))
  if (faults.length > 0) throw faults[0]
}

function tooManyRows(): RefusedArchive {
  return new RefusedArchive('too-large', 'This archive has more rows than any library of Earmark’s.')
}
