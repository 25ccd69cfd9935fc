import 'fake-indexeddb/auto'

import Dexie from 'dexie'
import { beforeEach, expect, test, vi } from 'vitest'
import { openDatabase } from '../../../renderer/db/database.ts'
import { schemaVersion } from '../../../renderer/db/schema.ts'
import { storedLibrary } from '../../../renderer/db/version-check.ts'
import { firstVersion } from '../../fixtures/first-version.ts'

const name = 'version-check'

beforeEach(() => Dexie.delete(name))

test('no database yet, and one of this version, can be opened', async () => {
  expect(await storedLibrary(name)).toBe('none')
  const database = openDatabase(name)
  await database.open()
  database.close()
  expect(await storedLibrary(name)).toBe('current')
})

test('a database that Chromium threw away while it was asked is none, one that stays shut is told', async () => {
  const asked = vi.spyOn(indexedDB, 'databases')
  const shut = new DOMException('Internal error opening backing store for indexedDB.open.', 'UnknownError')
  asked.mockRejectedValueOnce(shut)
  expect(await storedLibrary(name)).toBe('none')
  asked.mockRejectedValue(shut)
  expect(await storedLibrary(name)).toBe('unopenable')
  asked.mockRestore()
})

test('a database made by a newer version is told, and stays as it is', async () => {
  const newer = new Dexie(name)
  newer.version(schemaVersion + 1).stores({ podcasts: 'slug', dossiers: 'id' })
  await newer.open()
  await newer.table('dossiers').put({ id: 'kept' })
  newer.close()

  expect(await storedLibrary(name)).toBe('newer')

  await newer.open()
  expect(await newer.table('dossiers').get('kept')).toEqual({ id: 'kept' })
  newer.close()
})

test('the database on the disk has the version by which the check goes, and an older one is told', async () => {
  const old = new Dexie(name)
  old.version(1).stores(firstVersion.stores)
  await old.open()
  old.close()
  expect(await storedLibrary(name)).toBe('older')

  const database = openDatabase(name)
  await database.open()
  expect(database.verno).toBe(schemaVersion)
  const stored = (await indexedDB.databases()).find((each) => each.name === name)
  expect(stored?.version).toBe(schemaVersion * 10)
  database.close()
})
