import 'fake-indexeddb/auto'

import Dexie from 'dexie'
import { beforeEach, expect, test } from 'vitest'
import { database, databaseName } from '../../../../../renderer/db/database.ts'
import { isPersons, keptTables } from '../../../../../renderer/db/kept-tables.ts'
import { schemaVersion } from '../../../../../renderer/db/schema.ts'
import { understoodChange } from '../../../../../shared/kept/rows.ts'
import { firstVersion } from '../../../../fixtures/first-version.ts'
import { thirdVersion } from '../../../../fixtures/third-version.ts'
import { everyRow } from '../../../stored-episodes.ts'

const longAgo = '1970-01-01T00:00:00.000Z'

beforeEach(async () => {
  database.close()
  await Dexie.delete(databaseName)
})

async function layDown(
  version: number,
  stores: Record<string, string>,
  rows: Record<string, object[]>,
): Promise<void> {
  const old = new Dexie(databaseName)
  old.version(version).stores(stores)
  await old.open()
  for (const [name, itsRows] of Object.entries(rows)) await old.table(name).bulkPut(itsRows)
  old.close()
}

test('every row of version 3 is there, and tells when it was made and changed', async () => {
  await layDown(3, thirdVersion.stores, thirdVersion.rows)
  await database.open()
  expect(database.verno).toBe(schemaVersion)
  const after = await everyRow()
  // Version 5 took that out again.
  const requests = thirdVersion.rows.requests?.map(({ heldUntilMs, ...request }) => request) ?? []
  for (const [name, rows] of Object.entries({ ...thirdVersion.rows, requests }))
    expect({ name, rows: after[name] }).toMatchObject({ name, rows })
  for (const { heardAtMs, createdAt, updatedAt } of await database.listening.toArray())
    expect([createdAt, updatedAt]).toEqual(Array(2).fill(new Date(heardAtMs).toISOString()))
  for (const { addedAt, createdAt, updatedAt } of await database.podcasts.toArray())
    expect([createdAt, updatedAt]).toEqual([addedAt, addedAt])
  for (const row of [...(await database.audio.toArray()), ...(await database.queue.toArray())])
    expect(row).toMatchObject({ createdAt: longAgo, updatedAt: longAgo })
  const drafts = await database.drafts.toArray()
  for (const { createdAt, updatedAt } of drafts) expect(createdAt).toBe(updatedAt)
  expect(drafts.length).toBeGreaterThan(0)
  expect(after).toMatchObject({ unsent: [], tombstones: [] })
})

test.each([
  ['version 1', 1, firstVersion],
  ['version 3', 3, thirdVersion],
])('what a person made with %s is understood by the second home', async (_, version, { stores, rows }) => {
  await layDown(version, stores, rows)
  await database.open()
  for (const kind of keptTables.filter((each) => Object.hasOwn(stores, each))) {
    const table = database.table<{ updatedAt: string }>(kind)
    const found = (await table.toArray()).filter((row) => isPersons(kind, row))
    expect(found.length).toBeGreaterThan(0)
    for (const row of found) {
      const key = String(Dexie.getByKeyPath(row, String(table.schema.primKey.keyPath)))
      const understood = understoodChange({ kind, key, updatedAt: row.updatedAt, row })
      expect({ row, isUnderstood: understood !== null }).toEqual({ row, isUnderstood: true })
    }
  }
})

test('a row whose time is none is older than whatever the second home knows', async () => {
  const listening = [Number.NaN, -1, 1e15, 9e15].map((heardAtMs, at) => ({
    episodeId: `night/${at}`,
    heardAtMs,
  }))
  await layDown(3, thirdVersion.stores, { listening, drafts: [{ key: 'a', updatedAt: 'soon' }] })
  await database.open()
  for (const row of [...(await database.listening.toArray()), ...(await database.drafts.toArray())])
    expect(row).toMatchObject({ createdAt: longAgo, updatedAt: longAgo })
})
