import { randomUUID } from 'node:crypto'
import { chmod, link, lstat, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { systemCodeOf } from '../../files/disk-refusal.ts'

export const temporaryName = /^\.earmark-[\da-f-]{36}\.part$/

/** A file as it was when it was read. */
export type ReadFile = { bytes: Buffer; stamp: string }

/** More is no note, and nothing of ours. */
const largestBytes = 32 * 2 ** 20

/** `null` when there is none, or it is none that may be written to: a link, a folder, a device, or one that is too large. */
export async function readForUpdate(path: string): Promise<ReadFile | null> {
  const before = await stampOf(path)
  if (before === null) return null
  const bytes = await readFile(path)
  return { bytes, stamp: before }
}

/**
 * Puts `bytes` in the place of a file that was read, all of them or none. `false` when it was written to since: whoever did
 * is right. Rejects with the system's error.
 */
export async function replaceFile(
  path: string,
  { bytes: read, stamp }: ReadFile,
  bytes: Buffer,
): Promise<boolean> {
  return withTemporary(path, bytes, async (temporary) => {
    const { mode } = await lstat(path).catch(() => ({ mode: null }))
    // Who may read it is the person's to say. Not every file system can hold that.
    if (mode !== null) await chmod(temporary, mode & 0o777).catch(() => undefined)
    if ((await stampOf(path)) !== stamp || !(await readFile(path)).equals(read)) return false
    await rename(temporary, path)
    return true
  })
}

/** Writes a file where there is none. `false` when there is one by then. Rejects with the system's error. */
export async function createFile(path: string, bytes: Buffer): Promise<boolean> {
  return withTemporary(path, bytes, async (temporary) => {
    try {
      // Unlike a new name, a second one is never put in the place of another file.
      await link(temporary, path)
    } catch (error) {
      if (systemCodeOf(error) === 'EEXIST') return false
      if ((await lstat(path).catch(() => null)) !== null) return false
      // Not every file system knows second names.
      await rename(temporary, path)
    }
    return true
  })
}

async function withTemporary<Value>(
  path: string,
  bytes: Buffer,
  place: (temporary: string) => Promise<Value>,
): Promise<Value> {
  const temporary = join(dirname(path), `.earmark-${randomUUID()}.part`)
  try {
    const file = await open(temporary, 'wx')
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    return await place(temporary)
  } finally {
    await rm(temporary, { force: true })
  }
}

async function stampOf(path: string): Promise<string | null> {
  try {
    const found = await lstat(path)
    return found.isFile() && found.size <= largestBytes ? `${found.mtimeMs} ${found.size} ${found.ino}` : null
  } catch (error) {
    if (systemCodeOf(error) === 'ENOENT') return null
    throw error
  }
}
