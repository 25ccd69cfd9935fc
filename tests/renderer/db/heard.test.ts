import 'fake-indexeddb/auto'

import { beforeEach, expect, test } from 'vitest'
import { database } from '../../../renderer/db/database.ts'
import { heardPartsOf, markHeard } from '../../../renderer/db/heard.ts'
import { keepPosition } from '../../../renderer/db/listening.ts'
import { understoodChange } from '../../../shared/kept/rows.ts'
import { freshDatabase } from '../fresh-database.ts'

const episodeId = 'night/a'
const sittingId = '0195a000-0000-7000-8000-000000000001'

const kept = (positionSeconds: number, intervals: [number, number][] = []) =>
  keepPosition({
    episodeId,
    positionSeconds,
    durationSeconds: 100,
    heardAtMs: Date.now(),
    sittings: [{ id: sittingId, day: '2026-03-04', intervals, spentSeconds: 1, endSeconds: positionSeconds }],
  })

const heard = async () => (await heardPartsOf(episodeId)).intervals

beforeEach(freshDatabase)

test('what was heard is kept with the position, and both are on their way to the second home as one', async () => {
  await kept(30, [[10, 30]])
  expect(await heard()).toEqual([[10, 30]])
  const unsent = await database.unsent.toArray()
  expect(unsent.map(({ changes }) => changes.map(({ kind }) => kind).sort())).toEqual([
    ['heard', 'listening'],
  ])
  for (const change of unsent.flatMap(({ changes }) => changes))
    expect(understoodChange(change)).not.toBeNull()
})

test('a sitting that goes on stays one row', async () => {
  await kept(20, [[10, 20]])
  await kept(30, [[10, 30]])
  expect(await database.heard.count()).toBe(1)
})

test('what was heard is kept also where a position that was heard later holds', async () => {
  await keepPosition({ episodeId, positionSeconds: 80, durationSeconds: 100, heardAtMs: Date.now() + 1000 })
  await kept(30, [[10, 30]])
  expect(await database.listening.get(episodeId)).toMatchObject({ positionSeconds: 80 })
  expect(await heard()).toEqual([[10, 30]])
})

test('a row of an older version lets assume all up to its position, also once it is played on', async () => {
  const old = {
    episodeId,
    positionSeconds: 40,
    durationSeconds: 100,
    heardAtMs: 5000,
    finishedAt: null,
  } as const
  await database.listening.put(old)
  expect(await heard()).toEqual([[0, 40]])
  await kept(70, [[60, 70]])
  expect(await heard()).toEqual([
    [0, 40],
    [60, 70],
  ])
  expect(await database.heard.where('episodeId').equals(episodeId).toArray()).toContainEqual(
    expect.objectContaining({ how: 'assumed', endSeconds: 40, createdAt: new Date(5000).toISOString() }),
  )
})

test('a jump in an episode that was never heard makes nothing heard', async () => {
  await keepPosition({ episodeId, positionSeconds: 90, durationSeconds: 100, heardAtMs: Date.now() })
  await keepPosition({ episodeId, positionSeconds: 20, durationSeconds: 100, heardAtMs: Date.now() })
  expect(await heard()).toEqual([])
})

test('whoever unmarks what they marked has it as it was before', async () => {
  await kept(30, [[0, 30]])
  await markHeard(episodeId, [0, 50], 'heard')
  expect(await heard()).toEqual([[0, 50]])
  await markHeard(episodeId, [0, 50], 'unheard')
  expect(await heard()).toEqual([[0, 30]])
  // What was heard by playing is marked as not heard by one more mark.
  await markHeard(episodeId, [0, 30], 'unheard')
  expect(await heard()).toEqual([])
  await markHeard(episodeId, [0, 30], 'heard')
  expect(await heard()).toEqual([[0, 30]])
})

test('a mark can be taken back, whatever it took the place of', async () => {
  await kept(30, [[0, 30]])
  const takeBack = await markHeard(episodeId, [0, 50], 'heard')
  const takeBackAgain = await markHeard(episodeId, [0, 50], 'unheard')
  await takeBackAgain()
  expect(await heard()).toEqual([[0, 50]])
  await takeBack()
  expect(await heard()).toEqual([[0, 30]])
})
