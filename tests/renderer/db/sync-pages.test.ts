import 'fake-indexeddb/auto'

import { beforeEach, expect, test } from 'vitest'
import { database } from '../../../renderer/db/database.ts'
import { mostEpisodesOfPodcast } from '../../../renderer/db/directory.ts'
import { episodeDetails, episodeRow } from '../../../renderer/db/episodes.ts'
import { followPodcast, removePodcast } from '../../../renderer/db/podcasts.ts'
import { storeEpisode } from '../../../renderer/db/store-episode.ts'
import { commitPage } from '../../../renderer/db/sync-pages.ts'
import { beginSweep, keepSyncProblem, syncOf } from '../../../renderer/db/syncs.ts'
import { fillPodcast } from '../filled-podcast.ts'
import { freshDatabase } from '../fresh-database.ts'
import { lookedUp, madeEpisode, madePage, madePodcast } from '../made-episodes.ts'
import { everyRow, storedIds, writesDuring } from '../stored-episodes.ts'

const now = '2026-03-10T08:00:00.000Z'
const later = '2026-03-11T08:00:00.000Z'

beforeEach(async () => {
  await freshDatabase()
  await followPodcast(lookedUp(madePodcast('night')), now)
})

test('writes a page, what it tells of the podcast, and the cursor together', async () => {
  const page = madePage([madeEpisode('night', 'a'), madeEpisode('night', 'b')], {
    podcast: madePodcast('night', { title: 'Night Shift' }),
    nextCursor: 'page 2',
    expectedEpisodes: 3,
  })
  expect(await commitPage('night', null, page, now)).toMatchObject({ kind: 'committed' })
  expect(await storedIds()).toHaveLength(2)
  expect(await episodeDetails('night/a')).toMatchObject({ summary: 'A summary.' })
  expect(await database.podcasts.get('night')).toMatchObject({ title: 'Night Shift', addedAt: now })
  expect(await syncOf('night')).toMatchObject({
    cursor: 'page 2',
    receivedEpisodes: 2,
    expectedEpisodes: 3,
    lastSyncedAt: null,
  })
})

test('of a podcast that is full what is there still changes, and nothing is added', async () => {
  await fillPodcast('night', mostEpisodesOfPodcast)
  const before = await everyRow()
  const added = madePage([madeEpisode('night', 'old-7'), madeEpisode('night', 'new')])
  expect(await commitPage('night', null, added, now)).toEqual({ kind: 'full' })
  expect(await everyRow()).toEqual(before)
  expect(await storeEpisode(madeEpisode('night', 'new'), now)).toBe('full')
  expect(await everyRow()).toEqual(before)

  const changed = madePage([madeEpisode('night', 'old-7')])
  expect(await commitPage('night', null, changed, now)).toMatchObject({
    kind: 'committed',
    counts: { new: 0, changed: 1 },
  })
  expect(await storeEpisode(madeEpisode('night', 'old-8'), now)).toBe('changed')
})

test('writes neither rows nor cursor when the transaction breaks after the rows were put', async () => {
  const before = await syncOf('night')
  const breakDown = (): never => {
    throw new Error('the machine stopped')
  }
  database.syncs.hook('updating', breakDown)
  try {
    const page = madePage([madeEpisode('night', 'a')], { nextCursor: 'page 2' })
    await expect(commitPage('night', null, page, now)).rejects.toThrow('the machine stopped')
  } finally {
    database.syncs.hook('updating').unsubscribe(breakDown)
  }
  expect(await storedIds()).toEqual([])
  expect(await database.episodeBlocks.count()).toBe(0)
  expect(await syncOf('night')).toEqual(before)
})

test('keeps the newest instant of the whole pass for the next one, by time and not by text', async () => {
  const first = madePage([madeEpisode('night', 'a', { updatedAt: '2026-03-05T10:00:00Z' })], {
    nextCursor: '2',
    servedAt: '2026-03-06T00:00:00.000Z',
  })
  const last = madePage([madeEpisode('night', 'b', { updatedAt: '2026-03-05T10:00:00.500Z' })])
  await commitPage('night', null, first, now)
  expect((await syncOf('night'))?.updatedSince).toBeNull()
  await commitPage('night', '2', last, now)
  expect(await syncOf('night')).toMatchObject({
    updatedSince: '2026-03-05T10:00:00.500Z',
    cursor: null,
    passNewest: null,
    passCeiling: null,
    lastSyncedAt: now,
  })
})

test('does not go past the instant at which the first page was served: what changed later on it was not seen', async () => {
  const first = madePage([madeEpisode('night', 'a', { updatedAt: '2026-03-05T10:00:00Z' })], {
    nextCursor: '2',
    servedAt: '2026-03-05T10:02:30.000Z',
  })
  const last = madePage([madeEpisode('night', 'b', { updatedAt: '2026-03-05T10:03:00Z' })])
  await commitPage('night', null, first, now)
  await commitPage('night', '2', last, now)
  expect((await syncOf('night'))?.updatedSince).toBe('2026-03-05T10:00:30.000Z')
})

test('without the service’s clock, trusts only what the first page showed', async () => {
  const first = madePage([madeEpisode('night', 'a', { updatedAt: '2026-03-05T10:00:00Z' })], {
    nextCursor: '2',
  })
  const last = madePage([madeEpisode('night', 'b', { updatedAt: '2026-03-05T10:03:00Z' })])
  await commitPage('night', null, first, now)
  await commitPage('night', '2', last, now)
  expect((await syncOf('night'))?.updatedSince).toBe('2026-03-05T10:00:00Z')
})

test('does not take an instant in the future for its own, which would leave everything before it unasked', async () => {
  const odd = madeEpisode('night', 'a', { updatedAt: '2999-01-01T00:00:00Z' })
  await commitPage('night', null, madePage([odd]), now)
  expect((await syncOf('night'))?.updatedSince).toBe(now)
})

test('never moves that instant back when a pass brings nothing newer', async () => {
  await commitPage('night', null, madePage([madeEpisode('night', 'a')]), now)
  await commitPage('night', null, madePage([]), now)
  expect((await syncOf('night'))?.updatedSince).toBe('2026-03-05T00:00:00Z')
})

test('a validator counts once the pass has ended, as its last page gave it', async () => {
  await commitPage('night', null, madePage([], { nextCursor: '2', validator: 'first' }), now)
  expect(await syncOf('night')).toMatchObject({ validator: null, passValidator: 'first' })
  await commitPage('night', '2', madePage([], { validator: 'last' }), now)
  expect(await syncOf('night')).toMatchObject({ validator: 'last', passValidator: null })
  await commitPage('night', null, madePage([], { validator: null }), now)
  expect((await syncOf('night'))?.validator).toBeNull()
})

test('writes nothing at all when the service says that nothing changed', async () => {
  await commitPage('night', null, madePage([madeEpisode('night', 'a')], { validator: 'v1' }), now)
  const before = await everyRow()
  const unchanged = madePage([], { unchanged: true, path: 'markdown-list' })
  const writes = await writesDuring(() => commitPage('night', null, unchanged, later))
  expect(writes).toBe(0)
  expect(await everyRow()).toEqual(before)
})

test('writes nothing at all when a whole pass brings only what is stored', async () => {
  const episode = madeEpisode('night', 'a')
  const page = madePage([episode, madeEpisode('night', 'b')], {
    validator: 'v1',
    podcast: madePodcast('night'),
  })
  await commitPage('night', null, page, now)
  const before = await everyRow()
  const again = { ...page, episodes: [episode], expectedEpisodes: 1 }
  let outcome: unknown
  const writes = await writesDuring(async () => {
    outcome = await commitPage('night', null, again, later)
  })
  expect(outcome).toMatchObject({
    counts: { new: 0, changed: 0, unchanged: 1 },
    sync: { receivedEpisodes: 1 },
  })
  expect(writes).toBe(0)
  expect(await everyRow()).toEqual(before)
})

test('an unchanged podcast clears the problem of the pass before', async () => {
  await commitPage('night', null, madePage([madeEpisode('night', 'a')]), now)
  await keepSyncProblem('night', { code: 'unreadable', message: 'No.' })
  await commitPage('night', null, madePage([], { unchanged: true }), later)
  expect(await syncOf('night')).toMatchObject({ lastProblem: null, lastSyncedAt: now })
})

test('the day of the last sync is the first whole pass, then that of the last one with news', async () => {
  await commitPage('night', null, madePage([], { validator: 'v1' }), now)
  expect((await syncOf('night'))?.lastSyncedAt).toBe(now)
  await commitPage('night', null, madePage([], { validator: 'v2' }), later)
  expect((await syncOf('night'))?.lastSyncedAt).toBe(now)
  await commitPage('night', null, madePage([madeEpisode('night', 'a')]), later)
  expect((await syncOf('night'))?.lastSyncedAt).toBe(later)
})

test('tells new, changed and unchanged episodes apart, by page and over the pass', async () => {
  const named = (slug: string, title: string) => madeEpisode('night', slug, { title })
  await commitPage('night', null, madePage([named('a', 'A'), named('b', 'B')]), now)
  const first = madePage([named('a', 'A'), named('b', 'Other')], { nextCursor: '2' })
  expect(await commitPage('night', null, first, now)).toMatchObject({
    counts: { new: 0, changed: 1, unchanged: 1 },
  })
  const last = madePage([named('c', 'C'), named('c', 'C again')])
  expect(await commitPage('night', '2', last, now)).toMatchObject({
    counts: { new: 1, changed: 0, unchanged: 0 },
    sync: { counts: { new: 1, changed: 1, unchanged: 1 } },
  })
  expect(await episodeRow('night/c')).toMatchObject({ title: 'C again' })
})

test('counts the episodes that a page only names as unchanged, and tells of those that are not there', async () => {
  await commitPage('night', null, madePage([madeEpisode('night', 'a')]), now)
  const page = madePage([], { unchangedSlugs: ['a', 'lost'], path: 'single-episodes' })
  expect(await commitPage('night', null, page, now)).toMatchObject({
    counts: { new: 0, changed: 0, unchanged: 1 },
    sync: { receivedEpisodes: 2, broken: [{ slug: 'lost' }] },
  })
})

test('does not bring back a podcast that was removed while its page was on the way', async () => {
  await removePodcast('night')
  expect(await commitPage('night', null, madePage([madeEpisode('night', 'a')]), now)).toEqual({
    kind: 'gone',
  })
  expect(await storedIds()).toEqual([])
  expect(await database.podcasts.count()).toBe(0)
  expect(await database.syncs.count()).toBe(0)
})

test('refuses a page that was asked for with another cursor than the stored one', async () => {
  await commitPage('night', null, madePage([], { nextCursor: '2' }), now)
  expect(await commitPage('night', null, madePage([madeEpisode('night', 'a')]), now)).toEqual({
    kind: 'overtaken',
  })
  expect(await storedIds()).toEqual([])
})

test('stores no episode under a podcast it does not belong to, and says so', async () => {
  const page = madePage([madeEpisode('night', 'a'), madeEpisode('day', 'b')])
  await commitPage('night', null, page, now)
  expect(await storedIds()).toEqual(['night/a'])
  expect((await syncOf('night'))?.broken).toMatchObject([{ slug: 'b' }])
})

test('what could not be read is told of until it is read, or a whole list does not hold it', async () => {
  const broken = (slug: string) => ({ broken: [{ slug, reason: 'no title' }] })
  const toldOf = async () => (await syncOf('night'))?.broken.map(({ slug }) => slug)
  await commitPage('night', null, madePage([], { nextCursor: '2', ...broken('a') }), now)
  await commitPage('night', '2', madePage([], broken('b')), now)
  expect(await toldOf()).toEqual(['a', 'b'])
  await commitPage('night', null, madePage([madeEpisode('night', 'a')], broken('c')), now)
  expect(await toldOf()).toEqual(['b', 'c'])
  await beginSweep('night')
  await commitPage('night', null, madePage([], broken('d')), now)
  expect(await toldOf()).toEqual(['d'])
})

test('a page that tells of another podcast leaves this one as it is', async () => {
  const page = madePage([madeEpisode('night', 'a')], { podcast: madePodcast('day', { title: 'Day' }) })
  expect(await commitPage('night', null, page, now)).toMatchObject({ kind: 'committed' })
  expect(await database.podcasts.toArray()).toMatchObject([{ ...madePodcast('night'), addedAt: now }])
})

test('a whole list takes back from where changes are asked for, when that lay in a future that never came', async () => {
  const at = (updatedAt: string) =>
    madePage([madeEpisode('night', 'a', { updatedAt })], { servedAt: updatedAt })
  await commitPage('night', null, at('2099-01-01T00:00:00.000Z'), now)
  await commitPage('night', null, at('2026-03-10T07:00:00.000Z'), now)
  expect((await syncOf('night'))?.updatedSince).toBe('2098-12-31T23:58:00.000Z')
  await beginSweep('night')
  await commitPage('night', null, at('2026-03-10T07:00:00.000Z'), now)
  expect((await syncOf('night'))?.updatedSince).toBe('2026-03-10T06:58:00.000Z')
})
