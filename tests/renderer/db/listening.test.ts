import 'fake-indexeddb/auto'

import { beforeEach, expect, test } from 'vitest'
import { keepPosition, listeningOf } from '../../../renderer/db/listening.ts'
import { freshDatabase } from '../fresh-database.ts'

const heard = (positionSeconds: number, heardAtMs: number, more = {}) =>
  keepPosition({ episodeId: 'night/a', positionSeconds, durationSeconds: 100, heardAtMs, ...more })

beforeEach(freshDatabase)

test('the position heard last wins, whichever is written last', async () => {
  await heard(50, 2000)
  await heard(10, 1000)
  expect(await listeningOf('night/a')).toMatchObject({ positionSeconds: 50, heardAtMs: 2000 })
  await heard(20, 3000)
  expect(await listeningOf('night/a')).toMatchObject({ positionSeconds: 20 })
})

test('a position stamped by a clock that was set back since does not hold up new ones', async () => {
  const nextYear = Date.now() + 365 * 24 * 3_600_000
  await heard(50, nextYear)
  await heard(60, Date.now())
  expect(await listeningOf('night/a')).toMatchObject({ positionSeconds: 60 })
})

test('keeps the day it was finished, and the duration while a new one is not known', async () => {
  await heard(100, 1000, { finished: true })
  await heard(5, 2000, { durationSeconds: null })
  expect(await listeningOf('night/a')).toMatchObject({
    episodeId: 'night/a',
    positionSeconds: 5,
    durationSeconds: 100,
    heardAtMs: 2000,
    finishedAt: '1970-01-01T00:00:01.000Z',
  })
})
