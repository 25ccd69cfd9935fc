import 'fake-indexeddb/auto'

import { beforeEach, expect, test, vi } from 'vitest'
import { keepPosition } from '../../../renderer/db/listening.ts'
import { liveListening } from '../../../renderer/db/live-listening.ts'
import { freshDatabase } from '../fresh-database.ts'

const heard = (slug: string, positionSeconds: number) =>
  keepPosition({ episodeId: `night/${slug}`, positionSeconds, durationSeconds: 100, heardAtMs: Date.now() })

beforeEach(freshDatabase)

test('a position that is kept again and again is read alone, and leaves the others as they are', async () => {
  for (let at = 0; at < 300; at += 1) await heard(String(at), at)
  const live = liveListening()
  const stop = live.subscribe(() => undefined)
  await vi.waitFor(() => expect(live.latest()?.size).toBe(300))
  const other = live.latest()?.get('night/7')
  const readAll = vi.spyOn(IDBObjectStore.prototype, 'getAll')
  const readOne = vi.spyOn(IDBObjectStore.prototype, 'get')
  await heard('8', 55)
  await vi.waitFor(() => expect(live.latest()?.get('night/8')?.positionSeconds).toBe(55))
  expect(readAll).not.toHaveBeenCalled()
  // Once to keep it, once to show it.
  expect(readOne.mock.calls.length).toBeLessThanOrEqual(2)
  expect(live.latest()?.get('night/7')).toBe(other)
  vi.restoreAllMocks()
  stop()
})
