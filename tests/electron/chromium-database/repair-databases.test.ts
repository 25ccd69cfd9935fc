import { copyFile, mkdir, readdir, readFile, truncate, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { inspectDatabase } from '../../../electron/chromium-database/inspect-database.ts'
import { repairDatabases } from '../../../electron/chromium-database/repair-databases.ts'
import { logName, type MadeDatabase, makeDatabase, manifestName } from './made-database.ts'
import { chromiumLog } from './written-log.ts'

test('an intact database is not touched, and nothing is made beside it', async () => {
  const database = await makeDatabase()
  const before = await contents(database.folder)
  expect(await repaired(database)).toEqual({ repair: null, said: [] })
  expect(await contents(database.folder)).toEqual(before)
  expect(await readdir(database.root)).toEqual(['chromium'])
})

test('a profile without a database is not touched', async () => {
  const database = await makeDatabase()
  database.databasesFolder = join(database.root, 'nowhere')
  expect(await repaired(database)).toEqual({ repair: null, said: [] })
})

test('a torn log is cut at its last whole record, and as it was kept aside', async () => {
  const database = await makeDatabase()
  const torn = Buffer.concat([chromiumLog, Buffer.from('half a rec')])
  await writeFile(database.file(logName), torn)
  const { repair, said } = await repaired(database)
  expect(repair).toEqual({ kind: 'cut', bytes: 10 })
  expect(said).toHaveLength(1)
  expect(new Uint8Array(await readFile(database.file(logName)))).toEqual(chromiumLog)
  const [kept = ''] = await asides(database)
  expect(await readFile(join(kept, logName))).toEqual(torn)
  expect(await inspectDatabase(database.folder)).toEqual({ kind: 'intact' })
})

test('logs that came after a torn one are kept aside with it', async () => {
  const database = await makeDatabase()
  await copyFile(database.file(logName), database.file('000028.log'))
  await truncate(database.file(logName), 5000)
  expect((await repaired(database)).repair).toMatchObject({ kind: 'cut' })
  const [kept = ''] = await asides(database)
  expect((await readdir(kept)).sort()).toEqual([logName, '000028.log'])
  expect(await inspectDatabase(database.folder)).toEqual({ kind: 'intact' })
})

test('a damaged database is set aside whole, with what lay beside it', async () => {
  const database = await makeDatabase()
  const large = join(database.databasesFolder, 'app_earmark_0.indexeddb.blob', '1')
  await mkdir(large, { recursive: true })
  await writeFile(join(large, '2'), 'large')
  await unlink(database.file(manifestName))
  const { repair, said } = await repaired(database)
  expect(repair).toEqual({ kind: 'set-aside' })
  expect(said).toEqual([expect.stringContaining(`${manifestName} is missing`)])
  expect(await readdir(database.databasesFolder)).toEqual([])
  const [kept = ''] = await asides(database)
  expect(await readdir(join(kept, 'app_earmark_0.indexeddb.leveldb'))).toContain(logName)
  expect(await readFile(join(kept, 'app_earmark_0.indexeddb.blob', '1', '2'), 'utf8')).toBe('large')
})

test('of what is set aside, the two newest are kept', async () => {
  const database = await makeDatabase()
  for (const day of [1, 2, 3, 4]) {
    await truncate(database.file(logName), 30_000 - day * 1000)
    await repaired(database, new Date(Date.UTC(2026, 10, day)))
  }
  expect((await readdir(join(database.root, 'aside'))).sort()).toEqual([
    '2026-11-03T00-00-00.000Z',
    '2026-11-04T00-00-00.000Z',
  ])
  // A clock that went back does not make the newest the oldest.
  await truncate(database.file(logName), 10_000)
  await repaired(database, new Date(Date.UTC(2020, 0, 1)))
  expect((await readdir(join(database.root, 'aside'))).sort()).toEqual([
    '2020-01-01T00-00-00.000Z',
    '2026-11-04T00-00-00.000Z',
  ])
})

test('a database that cannot be looked at is left to Chromium, and the log tells why', async () => {
  const database = await makeDatabase()
  await unlink(database.file('CURRENT'))
  await mkdir(database.file('CURRENT'))
  const { repair, said } = await repaired(database)
  expect(repair).toBeNull()
  expect(said).toHaveLength(1)
})

test('a torn log is cut even where its original cannot be kept', async () => {
  const database = await makeDatabase()
  await truncate(database.file(logName), 5000)
  const now = new Date()
  const taken = join(database.root, 'aside', now.toISOString().replaceAll(':', '-'))
  await mkdir(join(taken, logName), { recursive: true })
  expect((await repaired(database, now)).repair).toMatchObject({ kind: 'cut' })
  expect(await inspectDatabase(database.folder)).toEqual({ kind: 'intact' })
})

async function repaired(database: MadeDatabase, now = new Date()) {
  const said: string[] = []
  const repair = await repairDatabases({
    databasesFolder: database.databasesFolder,
    asideFolder: join(database.root, 'aside'),
    now: () => now,
    log: { warn: (text) => said.push(text), error: (text) => said.push(text) },
  })
  return { repair, said }
}

async function asides({ root }: MadeDatabase): Promise<string[]> {
  return (await readdir(join(root, 'aside'))).sort().map((name) => join(root, 'aside', name))
}

async function contents(folder: string): Promise<Record<string, number>> {
  const names = await readdir(folder)
  const sizes = await Promise.all(names.map(async (name) => (await readFile(join(folder, name))).length))
  return Object.fromEntries(names.map((name, index) => [name, sizes[index] ?? 0]))
}
