import { buffer } from 'node:stream/consumers'
import { crc32 } from 'node:zlib'
import { type Entry, openPromise } from 'yauzl'
import { manifestPath } from '../format/layout.ts'
import { noArchive, tooLong } from './folder-source.ts'
import { largestManifestBytes } from './limits.ts'
import { damaged, missing, RefusedArchive } from './refused-archive.ts'
import type { ArchiveSource } from './source.ts'
import { readZipEntries } from './zip-entries.ts'

/** Rejects with `RefusedArchive`, or the system's error when the file is not there. */
export async function openZipSource(path: string): Promise<ArchiveSource> {
  const zip = await openPromise(path, { autoClose: false, decodeStrings: false }).catch(asDamaged)
  const entries = await readZipEntries(zip).catch((error: unknown) => {
    zip.close()
    return asDamaged(error)
  })

  async function* read(name: string, entry: Entry): AsyncGenerator<Buffer> {
    let sum = 0
    try {
      for await (const chunk of await zip.openReadStreamPromise(entry)) {
        sum = crc32(chunk, sum)
        yield chunk
      }
    } catch (error) {
      throw isOfSystem(error) ? error : damaged(name)
    }
    if (sum !== entry.crc32) throw damaged(name)
  }

  return {
    manifest: async () => {
      const entry = entries.get(manifestPath)
      if (entry === undefined) throw noArchive()
      if (entry.uncompressedSize > largestManifestBytes) throw tooLong()
      return buffer(read(manifestPath, entry))
    },
    read: (name, bytes) => {
      const entry = entries.get(name.normalize('NFC'))
      if (entry === undefined) throw missing(name)
      if (entry.uncompressedSize !== bytes) throw damaged(name)
      return read(name, entry)
    },
    close: async () => zip.close(),
  }
}

function asDamaged(error: unknown): never {
  if (error instanceof RefusedArchive || isOfSystem(error)) throw error
  throw new RefusedArchive('unreadable', 'This is not a whole zip file. Take another copy of the archive.')
}

/** Unlike those of whoever reads the zip, the system's errors have a code that begins with E; those of zlib begin with Z. */
function isOfSystem(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^E[A-Z]+$/.test(String(error.code))
}
