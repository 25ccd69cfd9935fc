import 'fake-indexeddb/auto'

import { beforeEach, expect, test, vi } from 'vitest'
import { database } from '../../../renderer/db/database.ts'
import { markHeard } from '../../../renderer/db/heard.ts'
import { liveHeard } from '../../../renderer/db/live-heard.ts'
import { freshDatabase } from '../fresh-database.ts'

const patiently = { timeout: 10_000 }

beforeEach(freshDatabase)

test('tells what is heard of each episode as it is marked, imported and taken back, and leaves the others as they are', async () => {
  await markHeard('night/other', [0, 10], 'heard')
  const live = liveHeard()
  const stop = live.subscribe(() => undefined)
  await vi.waitFor(() => expect(live.latest()?.get('night/other')?.intervals).toEqual([[0, 10]]), patiently)
  const other = live.latest()?.get('night/other')

  const takeBack = await markHeard('night/a', [5, 20], 'heard')
  await vi.waitFor(() => expect(live.latest()?.get('night/a')?.intervals).toEqual([[5, 20]]), patiently)
  await takeBack()
  await vi.waitFor(() => expect(live.latest()?.get('night/a')?.intervals).toEqual([]), patiently)
  // A row of an older version, as an archive brings it.
  const old = { episodeId: 'night/a', positionSeconds: 40, durationSeconds: 100, heardAtMs: 5000 } as const
  await database.listening.put({ ...old, finishedAt: null })
  await vi.waitFor(() => expect(live.latest()?.get('night/a')?.intervals).toEqual([[0, 40]]), patiently)
  expect(live.latest()?.get('night/other')).toBe(other)
  stop()
})
