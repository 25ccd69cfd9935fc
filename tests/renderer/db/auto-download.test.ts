import 'fake-indexeddb/auto'

import { beforeEach, expect, test } from 'vitest'
import {
  autoDownloadEpisodes,
  autoDownloadSlugs,
  setAutoDownload,
} from '../../../renderer/db/auto-download.ts'
import { database } from '../../../renderer/db/database.ts'
import { keepPosition } from '../../../renderer/db/listening.ts'
import { followPodcast } from '../../../renderer/db/podcasts.ts'
import { commitPage } from '../../../renderer/db/sync-pages.ts'
import { markWithdrawn } from '../../../renderer/db/withdrawn.ts'
import { understoodChange } from '../../../shared/kept/rows.ts'
import { freshDatabase } from '../fresh-database.ts'
import { lookedUp, madeEpisode, madePage, madePodcast } from '../made-episodes.ts'

const nowMs = Date.parse('2026-03-10T08:00:00Z')
const addedAt = '2026-03-01T08:00:00.000Z'
const episode = (slug: string, publishedAt: string) => madeEpisode('night', slug, { publishedAt })
const arrive = (...episodes: ReturnType<typeof episode>[]) =>
  commitPage('night', null, madePage(episodes), addedAt)
const slugsOf = async (oldestMs = 0) =>
  (await autoDownloadEpisodes('night', oldestMs)).map(({ id }) => id.replace('night/', ''))

beforeEach(async () => {
  await freshDatabase()
  await followPodcast(lookedUp(madePodcast('night')), addedAt)
})

test('is off for a podcast until the person switches it on', async () => {
  await arrive(episode('a', '2026-03-09T00:00:00Z'))
  expect(await autoDownloadSlugs()).toEqual([])
  expect(await slugsOf()).toEqual([])
})

test('what is there when it is switched on does not come; what is published after the newest of it does', async () => {
  await arrive(episode('a', '2026-03-04T00:00:00Z'), episode('b', '2026-03-06T00:00:00Z'))
  await setAutoDownload('night', true, nowMs)
  expect(await autoDownloadSlugs()).toEqual(['night'])
  expect(await slugsOf()).toEqual([])
  // The service lists it days after it was published, and later than it was switched on.
  await arrive(
    episode('old', '2026-03-05T00:00:00Z'),
    episode('c', '2026-03-07T00:00:00Z'),
    episode('d', '2026-03-12T00:00:00Z'),
  )
  expect(await slugsOf()).toEqual(['d', 'c'])
})

test('of a podcast without episodes, those come that are published from then on', async () => {
  await setAutoDownload('night', true, nowMs)
  await arrive(episode('a', '2026-03-10T07:00:00Z'), episode('b', '2026-03-10T09:00:00Z'))
  expect(await slugsOf()).toEqual(['b'])
})

test('leaves out what is too old, withdrawn, of an unknown day, or heard to its end', async () => {
  await arrive(episode('a', '2026-03-01T00:00:00Z'))
  await setAutoDownload('night', true, nowMs)
  await arrive(
    episode('too-old', '2026-03-02T00:00:00Z'),
    episode('withdrawn', '2026-03-09T01:00:00Z'),
    episode('heard', '2026-03-09T02:00:00Z'),
    madeEpisode('night', 'undated', { publishedAt: null }),
    episode('new', '2026-03-09T03:00:00Z'),
  )
  await markWithdrawn('night', ['withdrawn'], ['night/withdrawn'], addedAt)
  await keepPosition({
    episodeId: 'night/heard',
    positionSeconds: 10,
    durationSeconds: 10,
    heardAtMs: nowMs,
    finished: true,
  })
  expect(await slugsOf(Date.parse('2026-03-08T00:00:00Z'))).toEqual(['new'])
})

test('the choice stays through syncs and when the podcast is added once more, and goes when it is switched off', async () => {
  await arrive(episode('a', '2026-03-01T00:00:00Z'))
  await setAutoDownload('night', true, nowMs)
  const chosen = { newerThan: '2026-03-01T00:00:00.000Z' }
  await arrive(episode('b', '2026-03-02T00:00:00Z'))
  await commitPage(
    'night',
    null,
    madePage([], { podcast: madePodcast('night', { title: 'Other' }) }),
    addedAt,
  )
  await followPodcast(lookedUp(madePodcast('night')), '2026-04-01T00:00:00.000Z')
  expect(await database.podcasts.get('night')).toMatchObject({ addedAt, autoDownload: chosen })

  // Switched on again, nothing changes.
  await setAutoDownload('night', true, nowMs)
  expect(await database.podcasts.get('night')).toMatchObject({ autoDownload: chosen })
  await setAutoDownload('night', false, nowMs)
  expect(await database.podcasts.get('night')).not.toHaveProperty('autoDownload')
})

test('the choice is the person’s: it goes to the second home with the podcast', async () => {
  await setAutoDownload('night', true, nowMs)
  const unsent = await database.unsent.toArray()
  const change = unsent.at(-1)?.changes.find(({ kind }) => kind === 'podcasts')
  expect(change?.row).toMatchObject({ slug: 'night', autoDownload: { newerThan: expect.any(String) } })
  expect(change === undefined ? null : understoodChange(change)).toEqual(change)
})
