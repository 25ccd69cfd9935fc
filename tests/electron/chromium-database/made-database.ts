import { mkdir, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { chromiumLog, chromiumManifest } from './written-log.ts'

export type MadeDatabase = {
  /** The app's data folder. */
  root: string
  /** `IndexedDB` in the profile. */
  databasesFolder: string
  /** The database's own folder. */
  folder: string
  /** A file of the database, by its name. */
  file: (name: string) => string
}

export const manifestName = 'MANIFEST-000001'
export const logName = '000021.log'
/** With their lengths, as the MANIFEST has them. */
export const tables: Readonly<Record<string, number>> = {
  '000023.ldb': 2_121_705,
  '000024.ldb': 2_121_149,
  '000025.ldb': 2_121_293,
  '000026.ldb': 2_143_821,
  '000027.ldb': 247_666,
}

/** A folder with a database's files as Chromium leaves them; of the tables, only the lengths are true. */
export async function makeDatabase(): Promise<MadeDatabase> {
  const root = await mkdtemp(join(tmpdir(), 'earmark-database-'))
  onTestFinished(() => rm(root, { recursive: true, force: true }))
  const databasesFolder = join(root, 'chromium', 'IndexedDB')
  const folder = join(databasesFolder, 'app_earmark_0.indexeddb.leveldb')
  const file = (name: string): string => join(folder, name)
  await mkdir(folder, { recursive: true })
  await writeFile(file('CURRENT'), `${manifestName}\n`)
  await writeFile(file('LOCK'), '')
  await writeFile(file(manifestName), chromiumManifest)
  await writeFile(file(logName), chromiumLog)
  for (const [name, length] of Object.entries(tables)) {
    await writeFile(file(name), '')
    await truncate(file(name), length)
  }
  return { root, databasesFolder, folder, file }
}
