import { constants } from 'node:fs'
import { lstat, open, realpath } from 'node:fs/promises'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { manifestPath } from '../format/layout.ts'
import { largestManifestBytes } from './limits.ts'
import { damaged, missing, RefusedArchive } from './refused-archive.ts'
import type { ArchiveSource } from './source.ts'

const chunkBytes = 256 * 1024
/** A link is not followed, and a pipe that nobody writes to is not waited for. Windows has neither flag. */
const cautiously = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)

/** Rejects with the system's error when the folder is not there. */
export async function openFolderSource(folder: string): Promise<ArchiveSource> {
  const root = await realpath(folder)
  const safeFolders = new Set<string>()

  /** Each folder on the way is one, and no link to elsewhere. */
  async function walkTo(path: string): Promise<string> {
    let whole = root
    for (const name of path.split('/').slice(0, -1)) {
      whole = join(whole, name)
      if (safeFolders.has(whole)) continue
      const found = await lstat(whole).catch(() => null)
      if (found === null) throw missing(path)
      if (!found.isDirectory()) throw notPlain(path)
      safeFolders.add(whole)
    }
    return join(root, path)
  }

  async function* read(path: string, bytes: number): AsyncGenerator<Buffer> {
    const whole = await walkTo(path)
    const found = await lstat(whole).catch(() => null)
    if (found === null) throw missing(path)
    if (!found.isFile()) throw notPlain(path)
    if (found.size !== bytes) throw damaged(path)
    const file = await open(whole, cautiously)
    try {
      const opened = await file.stat()
      if (!opened.isFile() || opened.ino !== found.ino) throw notPlain(path)
      for (let position = 0; position < bytes; ) {
        const chunk = Buffer.allocUnsafe(Math.min(chunkBytes, bytes - position))
        const { bytesRead } = await file.read(chunk, 0, chunk.length, position)
        if (bytesRead === 0) throw damaged(path)
        position += bytesRead
        yield chunk.subarray(0, bytesRead)
      }
    } finally {
      await file.close()
    }
  }

  return {
    manifest: async () => {
      const found = await lstat(join(root, manifestPath)).catch(() => null)
      if (found === null || !found.isFile()) throw noArchive()
      if (found.size > largestManifestBytes) throw tooLong()
      return buffer(read(manifestPath, found.size))
    },
    read,
    close: async () => undefined,
  }
}

export function noArchive(): RefusedArchive {
  return new RefusedArchive(
    'unreadable',
    `There is no archive of Earmark’s here: its “${manifestPath}” is missing. Choose the folder or the zip file that Earmark wrote.`,
  )
}

export function tooLong(): RefusedArchive {
  return new RefusedArchive(
    'too-large',
    `The “${manifestPath}” of this archive is larger than any that Earmark writes.`,
  )
}

function notPlain(path: string): RefusedArchive {
  return new RefusedArchive(
    'unreadable',
    `“${path}” in this archive is not a plain file but a link, a folder or a device, which no archive of Earmark’s holds.`,
  )
}
