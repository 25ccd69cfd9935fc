import 'fake-indexeddb/auto'

import Dexie from 'dexie'
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { z } from 'zod'
import { database, databaseName, openDatabase } from '../../../renderer/db/database.ts'
import { guardIdentity } from '../../../renderer/db/guard-identity.ts'
import { recall, remember } from '../../../renderer/db/memory.ts'
import { freshDatabase } from '../fresh-database.ts'

beforeEach(async () => {
  await freshDatabase()
  database.close({ disableAutoOpen: false })
})

test('a database that was closed and opened again is the same', async () => {
  const lost = vi.fn()
  onTestFinished(guardIdentity(lost))
  await remember('before', 1)
  database.close({ disableAutoOpen: false })
  expect(await recall('before', z.number())).toBe(1)
  expect(lost).not.toHaveBeenCalled()
})

test('into a database that took the place of another nothing is written, and that is told', async () => {
  const lost = Promise.withResolvers<void>()
  onTestFinished(guardIdentity(lost.resolve))
  await remember('before', 1)
  // As Chromium does it when it reads something damaged.
  database.close({ disableAutoOpen: false })
  await Dexie.delete(databaseName)
  const written = vi.fn()
  void remember('after', 2).then(written)
  await lost.promise

  database.close()
  const other = openDatabase()
  onTestFinished(() => other.close())
  expect(await other.memory.toArray()).toEqual([])
  expect(written).not.toHaveBeenCalled()
})
