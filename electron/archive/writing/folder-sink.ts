import { type FileHandle, lstat, mkdir, open, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { flushFolder } from '../../files/write-atomically.ts'
import type { ArchiveSink } from './sink.ts'

/** A disk takes several flushes in the time of one. */
const mostFlushes = 16

/** Writes into `temporary`, which becomes the first of `targets` that is not there yet. */
export async function openFolderSink(temporary: string, targets: Iterable<string>): Promise<ArchiveSink> {
  const folders = new Set<string>()
  const flushes = new Set<Promise<void>>()
  let writing: FileHandle | null = null
  let failure: { error: unknown } | null = null

  async function makeFolder(path: string): Promise<void> {
    if (folders.has(path)) return
    await mkdir(path, { recursive: true })
    for (let folder = path; folder.startsWith(temporary); folder = dirname(folder)) folders.add(folder)
  }

  /** Goes on while the next file is written. */
  function goOn(act: () => Promise<void>): void {
    const flushed: Promise<void> = act()
      .catch((error: unknown) => {
        failure ??= { error }
      })
      .then(() => void flushes.delete(flushed))
    flushes.add(flushed)
  }

  /** Where a file is to be, once there is room for it among those that are flushed. */
  async function placeFor(path: string): Promise<string> {
    throwFailure()
    if (flushes.size >= mostFlushes) await Promise.race(flushes)
    const whole = join(temporary, path)
    await makeFolder(dirname(whole))
    return whole
  }

  function throwFailure(): void {
    if (failure !== null) throw failure.error
  }

  // Without the folders above it: one that is gone is a disk that was unplugged.
  await mkdir(temporary)
  folders.add(temporary)
  return {
    begin: async (path) => {
      const file = await open(await placeFor(path), 'wx')
      writing = file
      return {
        write: (bytes) => file.writeFile(bytes),
        end: async () => {
          writing = null
          goOn(() => file.sync().finally(() => file.close()))
        },
      }
    },
    put: async (path, bytes) => {
      const whole = await placeFor(path)
      goOn(() => writeFile(whole, bytes, { flag: 'wx', flush: true }))
    },
    finish: async () => {
      await Promise.all(flushes)
      throwFailure()
      await Promise.all([...folders].map(flushFolder))
      for (const target of targets) {
        if (await isThere(target)) continue
        await rename(temporary, target)
        await flushFolder(dirname(target))
        return target
      }
      throw new Error('There is no name left for the archive.')
    },
    discard: async () => {
      await writing?.close()
      await Promise.all(flushes)
      await rm(temporary, { recursive: true, force: true })
    },
  }
}

function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  )
}
