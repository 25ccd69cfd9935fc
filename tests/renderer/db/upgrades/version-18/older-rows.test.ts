import 'fake-indexeddb/auto'

import { expect, test } from 'vitest'
import { database } from '../../../../../renderer/db/database.ts'
import { databaseOfVersion } from '../../../../fixtures/database-of-version.ts'
import { layDownDatabase } from '../../../../fixtures/lay-down-database.ts'

const list = {
  id: '019a0000-0000-7000-8000-000000000001',
  name: 'Short and unheard',
  query: 'is:unheard shorter:30m',
  position: 0,
  createdAt: '2026-11-01T10:00:00.000Z',
  updatedAt: '2026-11-02T10:00:00.000Z',
}

test('rows of version 17 stay as they are, and the search index begins with nothing', async () => {
  database.close()
  const stored = await databaseOfVersion(17)
  for (const store of stored.stores) if (store.name === 'smartLists') store.rows.push(list)
  await layDownDatabase(stored)
  await database.open()
  expect(await database.smartLists.toArray()).toEqual([list])
  expect(await database.searchSegments.count()).toBe(0)
})
