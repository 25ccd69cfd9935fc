import 'fake-indexeddb/auto'

import fc from 'fast-check'
import { beforeEach, expect, test } from 'vitest'
import { database } from '../../../renderer/db/database.ts'
import { episodeDetails, episodeRow, episodeRowsOf } from '../../../renderer/db/episodes.ts'
import { placesPerBlock } from '../../../renderer/db/places.ts'
import { followPodcast } from '../../../renderer/db/podcasts.ts'
import { placesPerShelf } from '../../../renderer/db/shelf-codec.ts'
import { storeEpisode } from '../../../renderer/db/store-episode.ts'
import { commitPage } from '../../../renderer/db/sync-pages.ts'
import { markWithdrawn } from '../../../renderer/db/withdrawn.ts'
import type { Episode } from '../../../shared/models/episode.ts'
import { freshDatabase } from '../fresh-database.ts'
import { listEpisodeRows } from '../list-episode-rows.ts'
import { madeCatalogue } from '../made-catalogue.ts'
import { lookedUp, madeEpisode, madePage, madePodcast } from '../made-episodes.ts'
import { storedIds, writesDuring } from '../stored-episodes.ts'

const now = '2026-03-10T08:00:00.000Z'
const later = '2026-03-11T08:00:00.000Z'

beforeEach(async () => {
  await freshDatabase()
  await followPodcast(lookedUp(madePodcast('night')), now)
})

const commit = (episodes: Episode[]) => commitPage('night', null, madePage(episodes), now)

test('what is stored is found again, slim and whole, across shelves and blocks', async () => {
  const catalogue = madeCatalogue('night', placesPerShelf + placesPerBlock + 3).map((episode, index) => ({
    ...episode,
    summary: `Summary ${index}`,
  }))
  for (let from = 0; from < catalogue.length; from += 100) await commit(catalogue.slice(from, from + 100))
  expect(await database.shelves.count()).toBe(2)
  for (const at of [0, placesPerBlock, placesPerShelf - 1, placesPerShelf, catalogue.length - 1]) {
    const { id, title, summary, topics, chapters } = catalogue[at] ?? madeEpisode('night', 'none')
    expect(await episodeRow(id)).toMatchObject({ id, title, topics, withdrawnAt: null })
    expect(await episodeDetails(id)).toMatchObject({ id, summary, chapters, changes: [] })
  }
  expect((await storedIds()).length).toBe(catalogue.length)
})

test('nothing is found of an episode that is not stored', async () => {
  await commit([madeEpisode('night', 'a')])
  expect(await episodeRow('night/b')).toBeUndefined()
  expect(await episodeDetails('elsewhere/a')).toBeUndefined()
  expect(await episodeRowsOf(['night/b', 'night/a', 'elsewhere/a'])).toMatchObject([{ id: 'night/a' }])
})

test('of a page of stored episodes only the records of those that changed are written', async () => {
  const catalogue = madeCatalogue('night', 100)
  await commit(catalogue)
  expect(await writesDuring(() => commit(catalogue))).toBe(0)
  const changed = catalogue.map((episode, at) => (at === 50 ? { ...episode, title: 'Changed' } : episode))
  // Its shelf, its block, and the podcast's sync row.
  expect(await writesDuring(() => commit(changed))).toBe(3)
})

test('notes what a changed episode was before, newest first, and no more than twenty times', async () => {
  for (let version = 0; version <= 25; version += 1)
    await storeEpisode(madeEpisode('night', 'a', { title: `Title ${version}` }), later)
  const changes = (await episodeDetails('night/a'))?.changes ?? []
  expect(changes).toHaveLength(20)
  expect(changes[0]).toEqual({ noticedAt: later, before: { title: 'Title 24' } })
  expect(changes.at(-1)).toEqual({ noticedAt: later, before: { title: 'Title 5' } })
})

test('what a person is not told of is stored without an entry', async () => {
  await commit([madeEpisode('night', 'a')])
  const imageUrl = 'https://example.org/a.png'
  expect(await storeEpisode(madeEpisode('night', 'a', { imageUrl }), later)).toBe('changed')
  expect(await episodeDetails('night/a')).toMatchObject({ imageUrl, changes: [] })
})

test('keeps the entries of earlier changes when something else changes', async () => {
  await commit([madeEpisode('night', 'a', { title: 'First' })])
  await storeEpisode(madeEpisode('night', 'a', { title: 'Second' }), later)
  await storeEpisode(
    madeEpisode('night', 'a', { title: 'Second', actions: [], imageUrl: 'https://example.org' }),
    later,
  )
  expect((await episodeDetails('night/a'))?.changes).toEqual([
    { noticedAt: later, before: { title: 'First' } },
  ])
})

test('tells what became of an episode that was read by itself', async () => {
  const episode = madeEpisode('night', 'a')
  expect(await storeEpisode(episode, now)).toBe('new')
  expect(await storeEpisode(episode, now)).toBe('unchanged')
  expect(await storeEpisode({ ...episode, summary: 'Other.' }, now)).toBe('changed')
  expect(await storeEpisode(madeEpisode('day', 'a'), now)).toBe('not-followed')
  expect(await storedIds()).toEqual(['night/a'])
})

test('the place of an episode that was taken out is used again, and the others keep theirs', async () => {
  await commit(['a', 'b', 'c'].map((slug) => madeEpisode('night', slug)))
  await markWithdrawn('night', ['b'], [], now)
  await commit(['d', 'e'].map((slug) => madeEpisode('night', slug)))
  const [shelf] = await database.shelves.toArray()
  expect(shelf?.slugs).toEqual(['a', 'd', 'c', 'e'])
  expect(await episodeDetails('night/d')).toMatchObject({ id: 'night/d' })
})

test('a page that could not be written leaves nothing behind that is taken for stored', async () => {
  await commit([madeEpisode('night', 'a')])
  const fullDisk = (): never => {
    throw new DOMException('The disk is full.', 'QuotaExceededError')
  }
  const next = [madeEpisode('night', 'a', { title: 'Changed' }), madeEpisode('night', 'b')]
  database.episodeBlocks.hook('updating', fullDisk)
  try {
    await expect(commit(next)).rejects.toThrow()
  } finally {
    database.episodeBlocks.hook('updating').unsubscribe(fullDisk)
  }
  expect(await commit(next)).toMatchObject({ counts: { new: 1, changed: 1, unchanged: 0 } })
  expect(await episodeRow('night/a')).toMatchObject({ title: 'Changed' })
  expect(await episodeDetails('night/b')).toMatchObject({ id: 'night/b' })
})

/** A page of the same podcast that other code wrote, as the page and the worker do beside each other. */
test('what another copy of this code wrote in between is seen', async () => {
  await commit([madeEpisode('night', 'a')])
  const [shelf, block, sync] = await Promise.all([
    database.shelves.toArray(),
    database.episodeBlocks.toArray(),
    database.syncs.toArray(),
  ])
  await commit([madeEpisode('night', 'b')])
  await database.shelves.bulkPut(shelf)
  await database.episodeBlocks.bulkPut(block)
  await database.syncs.bulkPut(sync.map((row) => ({ ...row, shelvesStamp: 'of another' })))
  expect(await commit([madeEpisode('night', 'b')])).toMatchObject({ counts: { new: 1 } })
  expect(await storedIds()).toEqual(['night/a', 'night/b'])
})

type Step = { kind: 'page' | 'one' | 'withdraw'; slugs: string[]; version: number }

/** Does it, and the same to a plain map from slug to version. */
async function take({ kind, slugs, version }: Step, expected: Map<string, number>): Promise<void> {
  const episodes = slugs.map((slug) =>
    madeEpisode('night', slug, { title: `${version}`, summary: `${version}` }),
  )
  switch (kind) {
    case 'page':
      await commit(episodes)
      break
    case 'one':
      for (const episode of episodes) await storeEpisode(episode, now)
      break
    case 'withdraw':
      await markWithdrawn('night', slugs, [], now)
      for (const slug of slugs) expected.delete(slug)
      return
  }
  for (const slug of slugs) expected.set(slug, version)
}

test('whatever comes, goes and comes again, the shelves hold what was said last', async () => {
  const step: fc.Arbitrary<Step> = fc.record({
    kind: fc.constantFrom('page', 'one', 'withdraw'),
    slugs: fc.subarray(['a', 'b', 'c', 'd', 'e', 'f']),
    version: fc.nat(3),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      await freshDatabase()
      await followPodcast(lookedUp(madePodcast('night')), now)
      const expected = new Map<string, number>()
      for (const each of steps) await take(each, expected)
      const rows = await listEpisodeRows()
      expect(new Map(rows.map(({ id, title }) => [id.slice('night/'.length), Number(title)]))).toEqual(
        expected,
      )
      for (const { id, title } of rows) expect((await episodeDetails(id))?.summary).toBe(title)
    }),
    { numRuns: 30 },
  )
})

test('what large changes were before is kept for as long as there is room for it, the newest in any case', async () => {
  const withSummary = (mark: string, length: number) =>
    commit([madeEpisode('night', 'a', { summary: mark.repeat(length) })])
  for (const mark of ['a', 'b', 'c', 'd', 'e']) await withSummary(mark, 150_000)
  const marks = async () =>
    (await episodeDetails('night/a'))?.changes.map(({ before }) => before.summary?.charAt(0))
  expect(await marks()).toEqual(['d', 'c'])
  await withSummary('f', 500_000)
  await withSummary('g', 10)
  expect(await marks()).toEqual(['f'])
})

test('details that the disk lost come back with the next whole list, though nothing changed', async () => {
  const catalogue = madeCatalogue('night', placesPerBlock + 1)
  await commit(catalogue)
  const [first] = catalogue
  if (first === undefined) throw new Error('There are some.')
  await database.episodeBlocks.delete(['night', 0])
  // As after a start, nothing is remembered of what stood there.
  await database.syncs.update('night', { shelvesStamp: 'another' })
  expect(await episodeDetails(first.id)).toBeUndefined()
  expect(await commit(catalogue)).toMatchObject({ counts: { changed: placesPerBlock, unchanged: 1 } })
  expect(await episodeDetails(first.id)).toMatchObject({ summary: first.summary, changes: [] })
  expect(await writesDuring(() => commit(catalogue))).toBe(0)
})
