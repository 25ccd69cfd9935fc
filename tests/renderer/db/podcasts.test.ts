import 'fake-indexeddb/auto'

import { beforeEach, expect, test } from 'vitest'
import { writeAnnotation } from '../../../renderer/db/annotations.ts'
import { keepAudio } from '../../../renderer/db/audio.ts'
import { database } from '../../../renderer/db/database.ts'
import { episodeDetails, episodeRow, episodeSlugsOf } from '../../../renderer/db/episodes.ts'
import { keepPosition } from '../../../renderer/db/listening.ts'
import { mergeChanges, nothingMerged } from '../../../renderer/db/merge-changes.ts'
import {
  followPodcast,
  followPodcastOnce,
  listPodcasts,
  removePodcast,
} from '../../../renderer/db/podcasts.ts'
import { addToQueue, queueRows } from '../../../renderer/db/queue.ts'
import { commitPage } from '../../../renderer/db/sync-pages.ts'
import { syncOf } from '../../../renderer/db/syncs.ts'
import { freshDatabase } from '../fresh-database.ts'
import { listEpisodeRows } from '../list-episode-rows.ts'
import { lookedUp, madeEpisode, madePage, madePodcast } from '../made-episodes.ts'
import { storedIds } from '../stored-episodes.ts'

const now = '2026-03-10T08:00:00.000Z'
const context = {
  episodeTitle: 'Episode a',
  podcastTitle: 'Night',
  chapterTitle: null,
  chapterStartSeconds: null,
  durationSeconds: null,
}

beforeEach(freshDatabase)

test('lists podcasts as a person sorts them', async () => {
  for (const title of ['beta 10', 'Alpha', 'Beta 2', 'Éclair'])
    await followPodcast(lookedUp(madePodcast(title.replace(' ', '-'), { title })), now)
  expect((await listPodcasts()).map(({ title }) => title)).toEqual(['Alpha', 'Beta 2', 'beta 10', 'Éclair'])
})

test('keeps the day it was added and how far it was read when followed again', async () => {
  await followPodcast(lookedUp(madePodcast('night')), now)
  await commitPage('night', null, madePage([], { nextCursor: '2' }), now)
  const again = lookedUp(madePodcast('night', { title: 'Night Shift' }))
  expect(await followPodcast(again, '2026-04-01T00:00:00.000Z')).toBe('already-followed')
  expect(await database.podcasts.get('night')).toMatchObject({ title: 'Night Shift', addedAt: now })
  expect((await syncOf('night'))?.cursor).toBe('2')
})

test('stores the episode of an address and remembers it for the next refresh', async () => {
  const single = (slug: string) =>
    lookedUp(madePodcast('night'), { path: 'single-episodes', episode: madeEpisode('night', slug) })
  await followPodcast(single('b'), now)
  await followPodcast(single('a'), now)
  expect(await episodeSlugsOf('night')).toEqual(['a', 'b'])
  expect((await syncOf('night'))?.path).toBe('single-episodes')
})

test('reads a podcast from its beginning once more than its single episodes can be read', async () => {
  const episode = madeEpisode('night', 'a')
  await followPodcast(lookedUp(madePodcast('night'), { path: 'single-episodes', episode }), now)
  await commitPage('night', null, madePage([episode], { path: 'single-episodes', validator: 'v' }), now)
  await followPodcast(lookedUp(madePodcast('night'), { path: 'api' }), now)
  expect(await syncOf('night')).toMatchObject({ path: 'api', updatedSince: null, validator: null })
})

test('offers something once, whatever became of it', async () => {
  const guide = lookedUp(madePodcast('guide', { source: 'guide' }))
  expect(await followPodcastOnce(guide, now, 'offered')).toBe('added')
  await removePodcast('guide')
  expect(await followPodcastOnce(guide, now, 'offered')).toBe('offered-before')
  // A database that was rebuilt remembers the removal, and nothing else.
  await database.memory.clear()
  expect(await followPodcastOnce(guide, now, 'offered')).toBe('offered-before')
  expect(await listPodcasts()).toEqual([])
})

test('what is offered is older than whatever anybody did with it', async () => {
  const guide = lookedUp(madePodcast('guide'))
  expect(await followPodcastOnce(guide, now, 'offered')).toBe('added')
  expect(await database.podcasts.get('guide')).toMatchObject({
    addedAt: '1970-01-01T00:00:00.000Z',
    updatedAt: '1970-01-01T00:00:00.000Z',
  })
  const removed = { kind: 'podcasts' as const, key: 'guide', updatedAt: now, row: null }
  await mergeChanges([removed], nothingMerged())
  expect(await listPodcasts()).toEqual([])
})

test('removes a podcast with its episodes, but nothing that the person made', async () => {
  await followPodcast(lookedUp(madePodcast('night')), now)
  await followPodcast(lookedUp(madePodcast('nightly')), now)
  await commitPage('night', null, madePage(['a', 'b', 'c'].map((slug) => madeEpisode('night', slug))), now)
  await commitPage('nightly', null, madePage([madeEpisode('nightly', 'x')]), now)
  const anchor = { kind: 'moment', startSeconds: 5 } as const
  const note = await writeAnnotation({ episodeId: 'night/a', anchor, body: 'Remember', context })
  await keepPosition({ episodeId: 'night/b', positionSeconds: 9, durationSeconds: null, heardAtMs: 1 })
  const location = { kind: 'remote', url: 'https://example.org/a.mp3' } as const
  await keepAudio({ episodeId: 'night/a', location, origin: 'person' })
  await keepAudio({ episodeId: 'night/b', location, origin: 'page' })
  await addToQueue('night/b')
  await addToQueue('nightly/x')

  await removePodcast('night')

  expect((await listPodcasts()).map(({ slug }) => slug)).toEqual(['nightly'])
  expect((await listEpisodeRows()).map(({ id }) => id)).toEqual(['nightly/x'])
  expect(await episodeRow('night/a')).toMatchObject({ title: 'Episode a' })
  expect(await storedIds()).toEqual(['night/a', 'nightly/x'])
  expect(await episodeDetails('night/a')).toMatchObject({ summary: 'A summary.' })
  expect(await database.annotations.get(note.id)).toEqual(note)
  expect(await database.listening.get('night/b')).toMatchObject({ positionSeconds: 9 })
  expect(await database.audio.toCollection().primaryKeys()).toEqual(['night/a'])
  expect((await queueRows()).map(({ episodeId }) => episodeId)).toEqual(['nightly/x'])
})

test('lists episodes newest first, those of one instant in a steady order', async () => {
  await followPodcast(lookedUp(madePodcast('night')), now)
  const dated = (slug: string, publishedAt: string | null) => madeEpisode('night', slug, { publishedAt })
  const page = madePage([
    dated('undated', null),
    dated('old', '2020-01-01T00:00:00Z'),
    dated('b', '2026-01-01T00:00:00Z'),
    dated('a', '2026-01-01T00:00:00Z'),
  ])
  await commitPage('night', null, page, now)
  expect((await listEpisodeRows()).map(({ id }) => id)).toEqual([
    'night/a',
    'night/b',
    'night/old',
    'night/undated',
  ])
})
