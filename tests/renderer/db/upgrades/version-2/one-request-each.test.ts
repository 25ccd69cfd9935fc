import 'fake-indexeddb/auto'

import Dexie from 'dexie'
import { beforeEach, expect, test } from 'vitest'
import { database, databaseName } from '../../../../../renderer/db/database.ts'
import { requestTranscript } from '../../../../../renderer/db/requests.ts'
import type { RequestState } from '../../../../../shared/models/transcription-request.ts'
import { firstVersion } from '../../../../fixtures/first-version.ts'
import { madeRequest } from '../../../outbox/made-request.ts'

const first = '0190a0b0-0000-7000-8000-000000000001'
const second = '0190a0b0-0000-7000-8000-000000000002'
const third = '0190a0b0-0000-7000-8000-000000000003'
const asOfVersion1 = (id: string, state: RequestState, attempts = 0) => ({
  id,
  episodeId: 'night/a',
  episodeTitle: 'Episode a',
  podcastTitle: 'Night',
  state,
  attempts,
  nextAttemptAtMs: 0,
  problem: null,
  createdAt: '2026-03-10T08:00:00.000Z',
  updatedAt: '2026-03-10T08:00:00.000Z',
})

beforeEach(async () => {
  database.close()
  await Dexie.delete(databaseName)
})

async function layDown(requests: readonly object[]): Promise<void> {
  const old = new Dexie(databaseName)
  old.version(1).stores(firstVersion.stores)
  await old.open()
  await old.table('requests').bulkAdd([...requests])
  old.close()
}

test.each<[string, ReturnType<typeof asOfVersion1>[], string]>([
  [
    'the one that goes on',
    [asOfVersion1(first, 'cancelled', 1), asOfVersion1(second, 'accepted'), asOfVersion1(third, 'cancelled')],
    second,
  ],
  [
    'the one that the service may know',
    [asOfVersion1(first, 'cancelled', 1), asOfVersion1(second, 'cancelled')],
    first,
  ],
  ['the newest', [asOfVersion1(first, 'cancelled'), asOfVersion1(second, 'cancelled')], second],
])('of several requests of an episode, %s stays', async (_, requests, staying) => {
  await layDown([
    ...requests,
    { ...asOfVersion1('0190a0b0-0000-7000-8000-000000000009', 'waiting'), episodeId: 'night/b' },
  ])
  await database.open()
  const stored = await database.requests.toArray()
  expect(stored.filter(({ episodeId }) => episodeId === 'night/a').map(({ id }) => id)).toEqual([staying])
  expect(stored).toHaveLength(2)
  await expect(database.requests.add(madeRequest())).rejects.toMatchObject({ name: 'ConstraintError' })
  const again = await requestTranscript({ id: 'night/a', title: 'Episode a', podcastTitle: 'Night' })
  expect(again.id).toBe(staying)
})

test('a second row for an episode cannot be written', async () => {
  await database.open()
  await database.requests.add(madeRequest())
  await expect(database.requests.add(madeRequest())).rejects.toMatchObject({ name: 'ConstraintError' })
})
