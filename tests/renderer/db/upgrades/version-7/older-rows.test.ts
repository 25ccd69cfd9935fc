import 'fake-indexeddb/auto'

import Dexie from 'dexie'
import { expect, test } from 'vitest'
import { database, databaseName } from '../../../../../renderer/db/database.ts'
import { heardPartsOf } from '../../../../../renderer/db/heard.ts'
import { listeningOf } from '../../../../../renderer/db/listening.ts'
import { isFinished } from '../../../../../shared/heard/share.ts'
import { thirdVersion } from '../../../../fixtures/third-version.ts'

test('positions of an older version stay as they are, and all up to them is taken as heard', async () => {
  database.close()
  await Dexie.delete(databaseName)
  const old = new Dexie(databaseName)
  old.version(3).stores(thirdVersion.stores)
  await old.open()
  await old.table('listening').bulkPut(thirdVersion.rows.listening ?? [])
  old.close()

  await database.open()
  expect(await database.heard.count()).toBe(0)
  expect(await database.unsent.count()).toBe(0)
  expect((await listeningOf('night/queues'))?.positionSeconds).toBe(321.5)
  expect((await heardPartsOf('night/queues')).intervals).toEqual([[0, 321.5]])
  const finished = await heardPartsOf('night/clocks')
  expect(finished.intervals).toEqual([[0, 2739.9]])
  expect(isFinished(finished, 2739.9)).toBe(true)
})
