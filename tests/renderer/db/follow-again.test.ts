import 'fake-indexeddb/auto'

import { beforeEach, expect, test } from 'vitest'
import { database } from '../../../renderer/db/database.ts'
import { episodeRow } from '../../../renderer/db/episodes.ts'
import { followAgain } from '../../../renderer/db/follow-again.ts'
import { mergeChanges, nothingMerged } from '../../../renderer/db/merge-changes.ts'
import { addToQueue } from '../../../renderer/db/queue.ts'
import { syncOf } from '../../../renderer/db/syncs.ts'
import { keptExamples } from '../../shared/kept/examples.ts'
import { freshDatabase } from '../fresh-database.ts'
import { madeEpisode } from '../made-episodes.ts'
import { storeMade } from '../stored-episodes.ts'

beforeEach(freshDatabase)

const { podcasts } = keptExamples

test('a podcast that came back is to be read from its beginning', async () => {
  await mergeChanges([podcasts], nothingMerged())
  expect(await followAgain()).toEqual([podcasts.key])
  expect(await syncOf(podcasts.key)).toMatchObject({ path: null, cursor: null, updatedSince: null })
  expect(await followAgain()).toEqual([])
})

test('of one that is no longer followed the episodes go, and those of the others stay', async () => {
  await storeMade(madeEpisode('night', 'a'))
  await storeMade(madeEpisode('day', 'a'))
  const later = '2099-01-01T00:00:00.000Z'
  await mergeChanges([{ kind: 'podcasts', key: 'night', updatedAt: later, row: null }], nothingMerged())
  expect(await followAgain()).toEqual([])
  expect(await episodeRow('night/a')).toBeUndefined()
  expect(await episodeRow('day/a')).toBeDefined()
  expect(await database.syncs.toCollection().primaryKeys()).toEqual(['day'])
})

test('what the person put into Up next stays, as whoever removes a podcast takes that out as well', async () => {
  await storeMade(madeEpisode('night', 'a'))
  await addToQueue('night/a')
  await mergeChanges(
    [{ kind: 'podcasts', key: 'night', updatedAt: '2099-01-01T00:00:00.000Z', row: null }],
    nothingMerged(),
  )
  await followAgain()
  expect(await database.queue.toCollection().primaryKeys()).toEqual(['night/a'])
})
