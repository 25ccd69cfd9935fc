import 'fake-indexeddb/auto'

import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { z } from 'zod'
import { database } from '../../../renderer/db/database.ts'
import { keepDatabaseOpen } from '../../../renderer/db/keep-open.ts'
import { recall, remember } from '../../../renderer/db/memory.ts'
import { freshDatabase } from '../fresh-database.ts'

beforeEach(freshDatabase)

test('a database that could not be opened for a while is there again afterwards', async () => {
  await remember('before', 1)
  onTestFinished(keepDatabaseOpen(10))
  vi.spyOn(console, 'warn').mockImplementation(() => {})
  const open = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('Internal error opening backing store.', 'UnknownError')
  })
  // As Chromium does it when the disk is full.
  database.close({ disableAutoOpen: false })
  await expect(remember('meanwhile', 2)).rejects.toThrow()
  open.mockRestore()
  await vi.waitFor(() => remember('after', 3))
  expect(await recall('before', z.number())).toBe(1)
  expect(await recall('after', z.number())).toBe(3)
})
