import { mkdir, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { failure, type Result, success } from '../../shared/result.ts'
import { diskRefusalOf } from '../files/disk-refusal.ts'
import type { RepairParts } from './repair-databases.ts'
import { linkFolder, newAsideFolder } from './set-aside.ts'

export type GiveUpParts = RepairParts & {
  /** Has Chromium close the page's database and remove its files. */
  clear: () => Promise<void>
}

/** Chromium wants some room to make a database at all. */
const neededBytes = 1024 * 1024

/**
 * For a page that cannot open its database: sets it aside, so that an empty one is there when the page is loaded again. Once a
 * start, as a second empty one would open no better than the first. The files get second names before Chromium is told to
 * remove them: one that is still open would go on being written to wherever it is moved, and be lost with the app's end (tried
 * in Electron 42); told so, Chromium lets go of it within milliseconds, whether it could be opened or not.
 */
export function createGiveUpDatabase(parts: GiveUpParts): () => Promise<Result<null>> {
  const { databasesFolder, asideFolder, clear, now, log } = parts
  let isGivenUp = false

  return async () => {
    if (isGivenUp) {
      return failure(
        'file',
        'Your library could not be opened, and neither could an empty one in its place. What you wrote is kept in its second home. Restart the computer, then start Earmark again; the log in its data folder has the details.',
      )
    }
    const problem = await diskProblem(databasesFolder)
    if (problem !== null) return problem
    try {
      const aside = await newAsideFolder(asideFolder, now())
      await linkFolder(databasesFolder, join(aside, 'IndexedDB'))
      await clear()
      log.warn(`the page could not open the database, which was set aside in ${aside}`)
    } catch (error) {
      log.error('the database could not be set aside', error)
      return failure(
        'file',
        'Your library could not be opened, and its files could not be set aside either; they are as they were. Make sure that Earmark’s data folder can be read and written, then try again.',
      )
    }
    isGivenUp = true
    return success(null)
  }
}

/** Why an empty database would open no better: it is not the old one's fault. */
async function diskProblem(folder: string): Promise<Result<never> | null> {
  const trial = join(folder, 'earmark-trial')
  try {
    await mkdir(folder, { recursive: true })
    const file = await open(trial, 'w')
    try {
      await file.writeFile(Buffer.alloc(neededBytes))
      await file.sync()
    } finally {
      await file.close()
    }
    return null
  } catch (error) {
    return diskRefusalOf(error) === 'full'
      ? failure(
          'disk-full',
          'The disk has no room, so your library cannot be opened. Nothing in it was changed. Make room, then try again.',
        )
      : failure(
          'file',
          'Earmark cannot write to its data folder, so your library cannot be opened. Nothing in it was changed. Allow it, then try again.',
        )
  } finally {
    await rm(trial, { force: true }).catch(() => {})
  }
}
