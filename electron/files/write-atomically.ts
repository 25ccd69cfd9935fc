import { randomUUID } from 'node:crypto'
import { open, readdir, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/**
 * Writes a whole file under a temporary name, flushes it, renames it and flushes the folder, so that the final
 * name only ever holds all of the old text or all of the new. Rejects with the system's error.
 */
export async function writeAtomically(path: string, content: string | Uint8Array): Promise<void> {
  const temporary = `${path}.${randomUUID()}.part`
  try {
    const file = await open(temporary, 'w')
    try {
      await file.writeFile(content, 'utf8')
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
  await flushFolder(dirname(path))
}

/** So that a name that was given or taken away in it stays so after a power failure. Rejects with the system's error. */
export async function flushFolder(path: string): Promise<void> {
  // Windows cannot open a folder, and does not need it to.
  if (process.platform === 'win32') return
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

const temporaryEnd = /^\.[\da-f-]{36}\.part$/

/**
 * Removes what writers left beside a file that were ended in the middle, by a power failure or with the app. To be called
 * before the first write of this run; what cannot be removed harms nobody.
 */
export async function removeUnfinished(path: string): Promise<void> {
  const [folder, name] = [dirname(path), basename(path)]
  const names = await readdir(folder).catch(() => [])
  const unfinished = names.filter(
    (other) => other.startsWith(name) && temporaryEnd.test(other.slice(name.length)),
  )
  await Promise.all(unfinished.map((other) => rm(join(folder, other), { force: true }).catch(() => {})))
}
