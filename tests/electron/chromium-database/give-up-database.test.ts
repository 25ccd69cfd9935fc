import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openPageDatabase } from '../../../electron/chromium-database/page-database.ts'
import { logName, type MadeDatabase, makeDatabase, manifestName } from './made-database.ts'
import { chromiumLog } from './written-log.ts'

test('a database that the page cannot open is kept aside, and then Chromium is told to clear it', async () => {
  const made = await makeDatabase()
  const { database, said } = open(made)
  await database.ready
  expect(await database.giveUp()).toMatchObject({ ok: true })
  expect(database.repair()).toEqual({ kind: 'set-aside' })
  expect(said).toHaveLength(1)
  expect(await readdir(made.databasesFolder)).toEqual([])
  const [kept = ''] = await readdir(join(made.root, 'aside'))
  const log = join(made.root, 'aside', kept, 'IndexedDB', 'app_earmark_0.indexeddb.leveldb', logName)
  expect(new Uint8Array(await readFile(log))).toEqual(chromiumLog)
})

test('a second database that cannot be opened is not set aside as well: that would go round in a circle', async () => {
  const made = await makeDatabase()
  const { database, cleared } = open(made)
  await database.giveUp()
  const again = await database.giveUp()
  expect(again).toMatchObject({ ok: false, problem: { code: 'file' } })
  expect(cleared).toHaveLength(1)
  expect(await readdir(join(made.root, 'aside'))).toHaveLength(1)
})

test('nothing is cleared that could not be kept, and it can be asked again', async () => {
  const made = await makeDatabase()
  const { database, cleared } = open(made)
  await writeFile(join(made.root, 'aside'), 'a file where the folder has to be')
  expect(await database.giveUp()).toMatchObject({ ok: false, problem: { code: 'file' } })
  expect(cleared).toEqual([])
  expect((await stat(made.file(manifestName))).isFile()).toBe(true)
  await rm(join(made.root, 'aside'))
  expect(await database.giveUp()).toMatchObject({ ok: true })
})

test('where nothing can be written it is not the database’s fault, and it stays', async () => {
  const made = await makeDatabase()
  await rm(made.databasesFolder, { recursive: true })
  await writeFile(made.databasesFolder, 'no folder')
  const { database, cleared } = open(made)
  expect(await database.giveUp()).toMatchObject({ ok: false, problem: { code: 'file' } })
  expect(cleared).toEqual([])
  expect(database.repair()).toBeNull()
})

test('what was repaired before the page came is told until something more was done', async () => {
  const made = await makeDatabase()
  await writeFile(made.file(logName), Buffer.concat([chromiumLog, Buffer.alloc(8)]))
  const { database } = open(made)
  expect(database.repair()).toBeNull()
  await database.ready
  expect(database.repair()).toEqual({ kind: 'cut', bytes: 8 })
  await database.giveUp()
  expect(database.repair()).toEqual({ kind: 'set-aside' })
})

function open({ root, databasesFolder }: MadeDatabase) {
  const said: string[] = []
  const cleared: number[] = []
  const database = openPageDatabase({
    databasesFolder,
    asideFolder: join(root, 'aside'),
    clear: async () => {
      cleared.push(1)
      for (const name of await readdir(databasesFolder))
        await rm(join(databasesFolder, name), { recursive: true })
    },
    now: () => new Date(),
    log: { warn: (text) => said.push(text), error: (text) => said.push(text) },
  })
  return { database, said, cleared }
}
