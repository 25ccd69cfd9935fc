import 'fake-indexeddb/auto'

import { beforeEach, expect, test, vi } from 'vitest'
import { database } from '../../../renderer/db/database.ts'
import { keepPosition } from '../../../renderer/db/listening.ts'
import { liveListening } from '../../../renderer/db/live-listening.ts'
import type { ListeningRow } from '../../../renderer/db/rows.ts'
import { freshDatabase } from '../fresh-database.ts'

const heard = (slug: string, positionSeconds: number) =>
  keepPosition({ episodeId: `night/${slug}`, positionSeconds, durationSeconds: 100, heardAtMs: Date.now() })

const patiently = { timeout: 10_000 }

beforeEach(freshDatabase)

test('a position that is kept again and again is read alone, and leaves the others as they are', async () => {
  await database.listening.bulkPut(
    Array.from(
      { length: 300 },
      (_, at): ListeningRow => ({
        episodeId: `night/${at}`,
        positionSeconds: at,
        durationSeconds: 100,
        heardAtMs: 0,
        finishedAt: null,
        counted: true,
      }),
    ),
  )
  const live = liveListening()
  const stop = live.subscribe(() => undefined)
  await vi.waitFor(() => expect(live.latest()?.size).toBe(300), patiently)
  const other = live.latest()?.get('night/7')
  const readAll = vi.spyOn(IDBObjectStore.prototype, 'getAll')
  const readOne = vi.spyOn(IDBObjectStore.prototype, 'get')
  await heard('8', 55)
  await vi.waitFor(() => expect(live.latest()?.get('night/8')?.positionSeconds).toBe(55), patiently)
  expect(readAll).not.toHaveBeenCalled()
  // To keep it, its row twice and its tombstone; once more to show it.
  expect(readOne.mock.calls.length).toBeLessThanOrEqual(4)
  expect(live.latest()?.get('night/7')).toBe(other)
  vi.restoreAllMocks()
  stop()
})
