import 'fake-indexeddb/auto'

import Dexie from 'dexie'
import { expect, test } from 'vitest'
import { database, databaseName } from '../../../../../renderer/db/database.ts'
import { transcriptionRequestSchema } from '../../../../../shared/models/transcription-request.ts'
import { thirdVersion } from '../../../../fixtures/third-version.ts'

test('a request keeps everything but its own word of when the service may be asked, and nothing of it counts as changed', async () => {
  database.close()
  await Dexie.delete(databaseName)
  const old = new Dexie(databaseName)
  old.version(3).stores(thirdVersion.stores)
  await old.open()
  const before = thirdVersion.rows.requests ?? []
  await old.table('requests').bulkPut(before)
  old.close()

  await database.open()
  const after = await database.requests.toArray()
  expect(after.length).toBeGreaterThan(0)
  const wanted = before.map(({ heldUntilMs, ...request }) => request)
  expect(after).toEqual(expect.arrayContaining(wanted))
  for (const request of after) expect(transcriptionRequestSchema.parse(request)).toEqual(request)
  expect(await database.unsent.count()).toBe(0)
})
