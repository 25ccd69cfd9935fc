import 'fake-indexeddb/auto'

import fc from 'fast-check'
import { beforeEach, expect, test } from 'vitest'
import { database } from '../../../renderer/db/database.ts'
import { buriedAt, rowsAt, rowsOfEpisodes } from '../../../renderer/db/many-rows.ts'
import type { EpisodeId } from '../../../shared/models/identity.ts'
import { freshDatabase } from '../fresh-database.ts'

beforeEach(freshDatabase)

/** Of keys that lie close together, far apart, or beyond what is there. */
const someKeys = fc.uniqueArray(fc.constantFrom(...Array.from({ length: 60 }, (_, at) => `k/${at}`)))
const upperHalf = '\u{10000}'
const odd = ['k/\uffff', `k/${upperHalf}`, 'K/1', 'k/é'] as const

test('rows come in the order of their keys, however they lie', async () => {
  await fc.assert(
    fc.asyncProperty(someKeys, someKeys, async (stored, asked) => {
      await database.memory.clear()
      await database.memory.bulkPut([...stored, ...odd].map((key) => ({ key, value: `value of ${key}` })))
      const there = new Set<string>([...stored, ...odd])
      const keys = [...asked, ...odd]
      expect(await rowsAt(database.memory, keys)).toEqual(
        keys.map((key) => (there.has(key) ? { key, value: `value of ${key}` } : undefined)),
      )
    }),
    { numRuns: 30 },
  )
})

test('a key that is asked for twice comes twice', async () => {
  await database.memory.put({ key: 'a', value: 1 })
  const keys = ['a', 'b', 'a', 'c', 'd', 'e', 'f']
  const found = await rowsAt(database.memory, keys)
  expect(found.map((row) => row?.value)).toEqual([
    1,
    undefined,
    1,
    undefined,
    undefined,
    undefined,
    undefined,
  ])
})

test('deletions come in the order of their keys, and only those of their kind', async () => {
  const at = '2026-03-01T00:00:00.000Z'
  const buried = (kind: 'queue' | 'drafts', key: string) => ({ kind, key, updatedAt: at, deletedAt: at })
  await database.tombstones.bulkPut([buried('queue', 'k/3'), buried('drafts', 'k/4'), buried('queue', 'k/9')])
  const keys = ['k/9', 'k/8', 'k/7', 'k/6', 'k/5', 'k/4', 'k/3']
  const none = undefined
  expect(await buriedAt('queue', keys)).toEqual([at, none, none, none, none, none, at])
  expect(await buriedAt('podcasts', keys)).toEqual(keys.map(() => none))
  expect(await buriedAt('queue', ['k/1', 'k/3'])).toEqual([none, at])
})

test('rows of several episodes are those of the others no more than of one alone', async () => {
  const draft = (episodeId: EpisodeId, key: string) => ({ key, episodeId, text: key, startSeconds: null })
  await database.drafts.bulkPut([draft('n/a', '1'), draft('n/b', '2'), draft('n/c', '3'), draft('n/c', '4')])
  const found = await rowsOfEpisodes(database.drafts, ['n/c', 'n/a', 'n/d'])
  expect([...found].map(([id, rows]) => [id, rows.map(({ key }) => key)]).sort()).toEqual([
    ['n/a', ['1']],
    ['n/c', ['3', '4']],
  ])
})
