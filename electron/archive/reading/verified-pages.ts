import type { ImportPage } from '../../../shared/archive/imports.ts'
import { type Packed, pack } from '../../../shared/packed.ts'
import type { ArchivedFile } from '../format/manifest.ts'
import { parsePage } from './parse-page.ts'
import { RefusedArchive } from './refused-archive.ts'
import { digestOf, type RowPage, rowPages } from './row-pages.ts'
import type { ArchiveSource } from './source.ts'

/** How much of an archive is kept as it was parsed when it was read through; `bytes` as in its files. */
export type KeptPages = { bytes: number; rows: number }

export type VerifiedPages = {
  /** Takes the next page in, as the archive is read through. */
  take: (page: RowPage) => void
  count: () => number
  /** Reads the page of that number, from 0, again, or gives what is kept of it. Rejects when it is not what was taken in. */
  read: (page: number) => Promise<Packed<ImportPage>>
  close: () => Promise<void>
}

/**
 * The pages of an archive's rows, which the comparison asks for and then the import. Those that fit are read and parsed once; of the rest
 * only a digest is kept, by which they are known again, so that no archive is larger than memory.
 */
export function createVerifiedPages(
  source: ArchiveSource,
  files: readonly ArchivedFile[],
  most: KeptPages,
): VerifiedPages {
  const pages: ({ text: Packed<ImportPage> } | { digest: string })[] = []
  const room = { ...most }
  let reading: { pages: AsyncGenerator<RowPage>; next: number } | null = null

  async function stopReading(): Promise<void> {
    const stopped = reading
    reading = null
    await stopped?.pages.return(undefined)
  }

  async function readAgain(page: number): Promise<RowPage> {
    if (reading === null || reading.next > page) {
      await stopReading()
      reading = { pages: rowPages(source, files), next: 0 }
    }
    for (;;) {
      const { next } = reading
      reading.next += 1
      const { value } = await reading.pages.next()
      if (value === undefined) throw changedMeanwhile()
      if (next === page) return value
    }
  }

  return {
    take: (page) => {
      room.bytes -= page.bytes
      room.rows -= page.lines.length
      const fits = room.bytes >= 0 && room.rows >= 0
      pages.push(fits ? { text: pack(parsePage(page)) } : { digest: digestOf(page) })
    },
    count: () => pages.length,
    read: async (page) => {
      const taken = pages[page]
      if (taken === undefined)
        throw new Error(`an archive of ${pages.length} pages was asked for page ${page}`)
      if ('text' in taken) return taken.text
      const again = await readAgain(page)
      if (digestOf(again) !== taken.digest) throw changedMeanwhile()
      return pack(parsePage(again))
    },
    close: stopReading,
  }
}

function changedMeanwhile(): RefusedArchive {
  return new RefusedArchive('unreadable', 'The archive was changed while it was being imported.')
}
