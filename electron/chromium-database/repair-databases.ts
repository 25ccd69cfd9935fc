import { copyFile, open, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { StartRepair } from '../../shared/models/start-repair.ts'
import { type Inspection, inspectDatabase } from './inspect-database.ts'
import { moveAll, newAsideFolder } from './set-aside.ts'

export type RepairParts = {
  /** `IndexedDB` in Chromium's profile. */
  databasesFolder: string
  /** Where the originals of what is changed are kept. */
  asideFolder: string
  now: () => Date
  log: { warn: (text: string) => void; error: (text: string, error: unknown) => void }
}

/** Of a page under `app:`; beside it, under the same name, lies a folder with what is too large for the database. */
const databaseName = /^(app_.*\.indexeddb)\.leveldb$/

/**
 * Makes the page's database fit to be opened. To be called before Chromium opens it: what that finds damaged it empties without
 * a word, at once or, where only the end of its log is torn, at the start after the next (found in Electron 42). Never rejects:
 * where nothing can be done, Chromium does what it would have done.
 */
export async function repairDatabases(parts: RepairParts): Promise<StartRepair | null> {
  let repair: StartRepair | null = null
  try {
    for (const name of await readdir(parts.databasesFolder).catch(() => [])) {
      const stem = databaseName.exec(name)?.[1]
      if (stem !== undefined) repair = (await repairDatabase(stem, parts)) ?? repair
    }
  } catch (error) {
    parts.log.error('the database could not be looked at before the start', error)
  }
  return repair
}

async function repairDatabase(stem: string, parts: RepairParts): Promise<StartRepair | null> {
  const { databasesFolder, log } = parts
  const name = `${stem}.leveldb`
  const inspection = await inspectDatabase(join(databasesFolder, name))
  switch (inspection.kind) {
    case 'intact':
      return null
    case 'torn':
      return cutOff(join(databasesFolder, name), inspection, parts)
    case 'damaged': {
      const aside = await newAsideFolder(parts.asideFolder, parts.now())
      await moveAll([name, `${stem}.blob`], databasesFolder, aside)
      log.warn(`the database is damaged (${inspection.what}) and was set aside in ${aside}`)
      return { kind: 'set-aside' }
    }
  }
}

async function cutOff(
  folder: string,
  { cuts, laterLogs }: Extract<Inspection, { kind: 'torn' }>,
  { asideFolder, now, log }: RepairParts,
): Promise<StartRepair> {
  const aside = await newAsideFolder(asideFolder, now())
  await moveAll(laterLogs, folder, aside)
  let bytes = 0
  for (const { name, length, wholeLength } of cuts) {
    // A disk without room for the original is no reason to leave the torn end where it is.
    await copyFile(join(folder, name), join(aside, name)).catch((error: unknown) =>
      log.error(`the original of ${name} could not be kept`, error),
    )
    await truncate(join(folder, name), wholeLength)
    bytes += length - wholeLength
    log.warn(
      `${name} was whole up to ${wholeLength} of ${length} bytes and was cut there; ${aside} has the original`,
    )
  }
  return { kind: 'cut', bytes }
}

async function truncate(path: string, length: number): Promise<void> {
  const file = await open(path, 'r+')
  try {
    await file.truncate(length)
    await file.sync()
  } finally {
    await file.close()
  }
}
