import 'fake-indexeddb/auto'

import { beforeEach, expect, test } from 'vitest'
import { database } from '../../../renderer/db/database.ts'
import { followPodcast, removePodcast } from '../../../renderer/db/podcasts.ts'
import { commitPage } from '../../../renderer/db/sync-pages.ts'
import { syncOf } from '../../../renderer/db/syncs.ts'
import { freshDatabase } from '../fresh-database.ts'
import { lookedUp, madeEpisode, madePage, madePodcast } from '../made-episodes.ts'

const now = '2026-03-10T08:00:00.000Z'

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
  expect(await commitPage('night', null, page, now)).toBe('committed')
  expect(await database.episodes.count()).toBe(2)
  expect(await database.episodeDetails.get('night/a')).toMatchObject({ summary: 'A summary.' })
  expect(await database.podcasts.get('night')).toMatchObject({ title: 'Night Shift', addedAt: now })
  expect(await syncOf('night')).toMatchObject({
    cursor: 'page 2',
    receivedEpisodes: 2,
    expectedEpisodes: 3,
    lastSyncedAt: null,
  })
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
  expect(await database.episodes.count()).toBe(0)
  expect(await database.episodeDetails.count()).toBe(0)
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

test('only marks the time when nothing has changed', async () => {
  await commitPage('night', null, madePage([madeEpisode('night', 'a')], { validator: 'v1' }), now)
  const later = '2026-03-11T08:00:00.000Z'
  await commitPage('night', null, madePage([], { unchanged: true, path: 'markdown-list' }), later)
  expect(await syncOf('night')).toMatchObject({
    lastSyncedAt: later,
    validator: 'v1',
    updatedSince: '2026-03-05T00:00:00Z',
    path: 'api',
    receivedEpisodes: 1,
  })
  expect(await database.episodes.count()).toBe(1)
})

test('does not bring back a podcast that was removed while its page was on the way', async () => {
  await removePodcast('night')
  expect(await commitPage('night', null, madePage([madeEpisode('night', 'a')]), now)).toBe('gone')
  expect(await database.episodes.count()).toBe(0)
  expect(await database.podcasts.count()).toBe(0)
  expect(await database.syncs.count()).toBe(0)
})

test('refuses a page that was asked for with another cursor than the stored one', async () => {
  await commitPage('night', null, madePage([], { nextCursor: '2' }), now)
  expect(await commitPage('night', null, madePage([madeEpisode('night', 'a')]), now)).toBe('overtaken')
  expect(await database.episodes.count()).toBe(0)
})

test('stores no episode under a podcast it does not belong to, and says so', async () => {
  const page = madePage([madeEpisode('night', 'a'), madeEpisode('day', 'b')])
  await commitPage('night', null, page, now)
  expect(await database.episodes.toCollection().primaryKeys()).toEqual(['night/a'])
  expect((await syncOf('night'))?.broken).toMatchObject([{ slug: 'b' }])
})

test('collects what could not be read over the pages of a pass, and begins anew with the next pass', async () => {
  const broken = (slug: string) => ({ broken: [{ slug, reason: 'no title' }] })
  await commitPage('night', null, madePage([], { nextCursor: '2', ...broken('a') }), now)
  await commitPage('night', '2', madePage([], broken('b')), now)
  expect((await syncOf('night'))?.broken.map(({ slug }) => slug)).toEqual(['a', 'b'])
  await commitPage('night', null, madePage([], broken('c')), now)
  expect((await syncOf('night'))?.broken.map(({ slug }) => slug)).toEqual(['c'])
})

test('a page that tells of another podcast leaves this one as it is', async () => {
  const page = madePage([madeEpisode('night', 'a')], { podcast: madePodcast('day', { title: 'Day' }) })
  expect(await commitPage('night', null, page, now)).toBe('committed')
  expect(await database.podcasts.toArray()).toEqual([{ ...madePodcast('night'), addedAt: now }])
})
