import { appendFile, copyFile, mkdtemp, rm, truncate, unlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { inspectDatabase } from '../../../electron/chromium-database/inspect-database.ts'
import { logName, makeDatabase, manifestName, tables } from './made-database.ts'
import { chromiumLog, chromiumManifest } from './written-log.ts'

test('files that fit together are left alone', async () => {
  const { folder } = await makeDatabase()
  expect(await inspectDatabase(folder)).toEqual({ kind: 'intact' })
})

test('a folder in which no row was ever written is left to Chromium', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'earmark-database-'))
  expect(await inspectDatabase(folder)).toEqual({ kind: 'intact' })
  await writeFile(join(folder, 'LOCK'), '')
  await writeFile(join(folder, manifestName), '')
  expect(await inspectDatabase(folder)).toEqual({ kind: 'intact' })
  await rm(folder, { recursive: true })
})

test.each([
  ['gone', (path: string) => unlink(path)],
  ['empty', (path: string) => writeFile(path, '')],
  ['cut', (path: string) => truncate(path, 8)],
  ['full of zeros', (path: string) => writeFile(path, Buffer.alloc(16))],
  ['naming a file that is not there', (path: string) => writeFile(path, 'MANIFEST-000077\n')],
])('a database whose CURRENT is %s is damaged', async (_how, damage) => {
  const { folder, file } = await makeDatabase()
  await damage(file('CURRENT'))
  expect(await inspectDatabase(folder)).toMatchObject({ kind: 'damaged' })
})

test.each([
  ['gone', (path: string) => unlink(path)],
  ['empty', (path: string) => writeFile(path, '')],
  ['full of zeros', (path: string) => writeFile(path, Buffer.alloc(chromiumManifest.length))],
])('a database whose MANIFEST is %s is damaged', async (_how, damage) => {
  const { folder, file } = await makeDatabase()
  await damage(file(manifestName))
  expect(await inspectDatabase(folder)).toMatchObject({ kind: 'damaged' })
})

test('a MANIFEST cut to an earlier state, whose files are gone since, makes the database damaged', async () => {
  const { folder, file } = await makeDatabase()
  for (let length = 0; length < chromiumManifest.length; length += 1) {
    await writeFile(file(manifestName), chromiumManifest.subarray(0, length))
    expect(await inspectDatabase(folder)).toMatchObject({ kind: 'damaged' })
  }
})

test('a MANIFEST with something torn behind its last entry is to be cut there', async () => {
  const { folder, file } = await makeDatabase()
  await appendFile(file(manifestName), Buffer.alloc(300))
  const { length } = chromiumManifest
  expect(await inspectDatabase(folder)).toEqual({
    kind: 'torn',
    cuts: [{ name: manifestName, length: length + 300, wholeLength: length }],
    laterLogs: [],
  })
})

test.each(Object.entries(tables))(
  'a database is damaged when its table %s is gone or cut',
  async (name, length) => {
    const { folder, file } = await makeDatabase()
    await truncate(file(name), length + 100)
    expect(await inspectDatabase(folder)).toEqual({ kind: 'intact' })
    await truncate(file(name), length - 1)
    expect(await inspectDatabase(folder)).toMatchObject({
      kind: 'damaged',
      what: expect.stringContaining(name),
    })
    await unlink(file(name))
    expect(await inspectDatabase(folder)).toMatchObject({
      kind: 'damaged',
      what: expect.stringContaining(name),
    })
  },
)

test('a torn log is to be cut after its last whole record', async () => {
  const { folder, file } = await makeDatabase()
  await truncate(file(logName), chromiumLog.length - 1)
  const inspection = await inspectDatabase(folder)
  expect(inspection).toMatchObject({ kind: 'torn', cuts: [{ name: logName }], laterLogs: [] })
  const wholeLength = inspection.kind === 'torn' ? (inspection.cuts[0]?.wholeLength ?? 0) : 0
  await truncate(file(logName), wholeLength)
  expect(await inspectDatabase(folder)).toEqual({ kind: 'intact' })
})

test('logs whose records are in tables already are not looked at, and a log that is not there is none', async () => {
  const { folder, file } = await makeDatabase()
  await writeFile(file('000004.log'), 'torn long ago')
  expect(await inspectDatabase(folder)).toEqual({ kind: 'intact' })
  await unlink(file(logName))
  expect(await inspectDatabase(folder)).toEqual({ kind: 'intact' })
})

test('what came after a torn log has to go with its end, and without the log before it there is no sense in it', async () => {
  const { folder, file } = await makeDatabase()
  await copyFile(file(logName), file('000028.log'))
  await copyFile(file(logName), file('1000000.log'))
  expect(await inspectDatabase(folder)).toEqual({ kind: 'intact' })
  await truncate(file('000028.log'), 5000)
  expect(await inspectDatabase(folder)).toMatchObject({
    kind: 'torn',
    cuts: [{ name: '000028.log', length: 5000 }],
    laterLogs: ['1000000.log'],
  })
  await unlink(file(logName))
  expect(await inspectDatabase(folder)).toMatchObject({ kind: 'damaged' })
})

test('a folder that cannot be read is told as the system tells it', async () => {
  await expect(inspectDatabase(join(tmpdir(), 'no-such-folder'))).rejects.toThrow(/ENOENT/)
})
