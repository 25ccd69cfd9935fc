import 'fake-indexeddb/auto'
import { beforeEach, expect, test, vi } from 'vitest'
import { database } from '../../../renderer/db/database.ts'
import { liveSyncProblems } from '../../../renderer/db/live-sync-problems.ts'
import { keepSyncProblem, newSync } from '../../../renderer/db/syncs.ts'
import { freshDatabase } from '../fresh-database.ts'

beforeEach(freshDatabase)

test('tells what a podcast stumbled over, is the same map while nothing else does, and forgets what is over', async () => {
  await database.syncs.bulkPut([newSync('tea'), newSync('talks')])
  const problems = liveSyncProblems()
  const stop = problems.subscribe(() => undefined)
  await vi.waitFor(() => expect(problems.latest()).toEqual(new Map()))
  await keepSyncProblem('tea', { code: 'server-error', message: 'It has trouble.' })
  await vi.waitFor(() => expect(problems.latest()).toEqual(new Map([['tea', 'It has trouble.']])), 5000)

  const before = problems.latest()
  await database.syncs.update('talks', { receivedEpisodes: 128 })
  await database.syncs.update('tea', { lastProblem: null })
  await vi.waitFor(() => expect(problems.latest()).toEqual(new Map()), 5000)
  expect(problems.latest()).not.toBe(before)
  stop()
})

test('that nobody could be reached is no fault of the podcast', async () => {
  await database.syncs.bulkPut([newSync('tea'), newSync('talks')])
  await keepSyncProblem('tea', { code: 'unreachable', message: 'Nobody answers.' })
  await keepSyncProblem('talks', { code: 'server-error', message: 'It has trouble.' })
  const problems = liveSyncProblems()
  const stop = problems.subscribe(() => undefined)
  await vi.waitFor(() => expect(problems.latest()).toEqual(new Map([['talks', 'It has trouble.']])))
  stop()
})
