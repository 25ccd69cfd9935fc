import 'fake-indexeddb/auto'

import { beforeEach, expect, test } from 'vitest'
import { database } from '../../../renderer/db/database.ts'
import { keepDraft } from '../../../renderer/db/drafts.ts'
import { episodeRow } from '../../../renderer/db/episodes.ts'
import { followPodcast } from '../../../renderer/db/podcasts.ts'
import { syncOf } from '../../../renderer/db/syncs.ts'
import { syncToNow } from '../../../renderer/sync/pass.ts'
import type { Download } from '../../../shared/models/download.ts'
import type { EpisodeId } from '../../../shared/models/identity.ts'
import { failure, success } from '../../../shared/result.ts'
import { freshDatabase } from '../fresh-database.ts'
import { madeCatalogue } from '../made-catalogue.ts'
import { lookedUp, madeEpisode, madePage, madePodcast } from '../made-episodes.ts'
import { storedIds, writesDuring } from '../stored-episodes.ts'
import { type MadeService, madeService } from './made-service.ts'

let service: MadeService

beforeEach(async () => {
  await freshDatabase()
  await followPodcast(lookedUp(madePodcast('night')), '2026-03-10T08:00:00.000Z')
  service = madeService('night', 25)
})

const madeDownload = (episodeId: EpisodeId): Download => ({
  episodeId,
  title: 'An episode',
  state: 'complete',
  receivedBytes: 10,
  bytesPerSecond: null,
  askedBy: 'person',
  totalBytes: 10,
  problem: null,
  createdAt: '2026-03-20T00:00:00.000Z',
})

const never = new AbortController().signal
const sync = (stop: AbortSignal = never, podcastSlug = 'night') =>
  syncToNow({
    podcastSlug,
    serviceAddress: 'https://stenobird.com',
    source: service.source,
    showRead: () => {},
    stop,
  })

/** As if so many days had gone by since the last sweep. */
async function letDaysPass(days: number): Promise<void> {
  const lastSweptAt = new Date(Date.now() - days * 24 * 3_600_000).toISOString()
  await database.syncs.update('night', { lastSweptAt })
}

const wholeListsPulled = () =>
  service.pulled.filter(({ cursor, updatedSince }) => cursor === null && updatedSince === null).length

test('the first pass sees the whole list, and asks for nothing besides', async () => {
  await sync()
  expect(service.read).toEqual([])
  expect((await syncOf('night'))?.lastSweptAt).not.toBeNull()
  await sync()
  expect(wholeListsPulled()).toBe(1)
})

test('an episode that the service withdrew is noticed by its count, asked for, and taken out', async () => {
  await sync()
  service.withdraw('e007')
  expect(await sync()).toMatchObject({ ok: true, value: { withdrawnEpisodes: 1 } })
  expect(service.read).toEqual(['e007'])
  expect(await storedIds()).toHaveLength(24)
  expect(await storedIds()).not.toContain('night/e007')
  await sync()
  expect(wholeListsPulled()).toBe(2)
})

test('one on which something of the person hangs is marked and kept, and loses the mark when it comes back', async () => {
  await sync()
  await keepDraft({
    key: 'a',
    episodeId: 'night/e007',
    text: 'A thought',
    startSeconds: null,
  })
  const withdrawn = service.listed.filter(({ slug }) => slug === 'e007')
  service.withdraw('e007')
  await sync()
  expect((await episodeRow('night/e007'))?.withdrawnAt).not.toBeNull()
  service.listed = [...withdrawn, ...service.listed]
  await sync()
  expect((await episodeRow('night/e007'))?.withdrawnAt).toBeNull()
})

test('one whose audio was downloaded is kept', async () => {
  await sync()
  service.source.listDownloads = async () => success([madeDownload('night/e007')])
  service.withdraw('e007')
  await sync()
  expect((await episodeRow('night/e007'))?.withdrawnAt).not.toBeNull()
})

test('a service that does not count is looked through once a week', async () => {
  service.count = () => null
  await sync()
  service.withdraw('e007')
  await letDaysPass(5)
  await sync()
  expect(await storedIds()).toContain('night/e007')
  await letDaysPass(8)
  await sync()
  expect(await storedIds()).not.toContain('night/e007')
})

test('an episode that is on no list but there stays, and is not asked for again at every sync', async () => {
  await sync()
  service.unlisted = service.listed.filter(({ slug }) => slug === 'e007')
  service.withdraw('e007')
  await sync()
  await sync()
  expect(service.read).toEqual(['e007'])
  expect(await storedIds()).toContain('night/e007')
})

/** Ends after its first page, as if there were no more. */
function cutListShort(): void {
  const pull = service.pull
  service.pull = async (request) => {
    service.pull = pull
    const answer = await pull(request)
    return answer.ok ? success({ ...answer.value, nextCursor: null }) : answer
  }
}

test('a list that was cut short at the first pass is read whole by the next one', async () => {
  cutListShort()
  await sync()
  expect(await storedIds()).toHaveLength(10)
  expect(wholeListsPulled()).toBe(1)
  await sync()
  expect(await storedIds()).toHaveLength(25)
  await sync()
  expect(wholeListsPulled()).toBe(2)
})

test('a first pass that was interrupted and then cut short is made up for in the same way', async () => {
  const stop = new AbortController()
  const pull = service.pull
  service.pull = (request) => {
    stop.abort()
    return pull(request)
  }
  await sync(stop.signal)
  service.pull = pull
  cutListShort()
  await sync()
  expect(await storedIds()).toHaveLength(20)
  await sync()
  expect(await storedIds()).toHaveLength(25)
})

test('one that leaves out some both times is not read whole at every sync', async () => {
  service.count = () => 28
  cutListShort()
  await sync()
  expect(await syncOf('night')).toMatchObject({ countDifference: 18, sweeping: true })
  await sync()
  expect(await syncOf('night')).toMatchObject({ countDifference: 3, sweeping: false })
  await sync()
  await sync()
  expect(wholeListsPulled()).toBe(2)
})

test('a service that always counts otherwise than it lists is looked through once more, and not each time', async () => {
  service.count = () => 999
  for (let passes = 0; passes < 5; passes += 1) await sync()
  expect(wholeListsPulled()).toBe(2)
  service.withdraw('e007')
  service.count = () => 998
  await sync()
  expect(await storedIds()).not.toContain('night/e007')
})

test('a sweep that was interrupted concludes nothing, and is tried again another day', async () => {
  await sync()
  service.withdraw('e007')
  service.count = () => null
  await letDaysPass(8)
  const stop = new AbortController()
  const pull = service.pull
  service.pull = (request) => {
    if (request.cursor === '10') stop.abort()
    return request.cursor === '10' ? failure('cancelled', 'Stopped.') : pull(request)
  }
  await sync(stop.signal)
  service.pull = pull
  await sync()
  expect(service.read).toEqual([])
  expect(await storedIds()).toContain('night/e007')
  await letDaysPass(8)
  await sync()
  expect(service.read).toEqual(['e007'])
  expect(await storedIds()).not.toContain('night/e007')
})

test('of many that are gone, twenty are asked for with each sync, also when nothing changed', async () => {
  service = madeService('night', 60)
  await sync()
  service.listed = service.listed.slice(0, 10)
  await sync()
  expect(service.read).toHaveLength(20)
  expect(await storedIds()).toHaveLength(40)
  service.pull = () => success(madePage([], { unchanged: true }))
  await database.syncs.update('night', { validator: 'kept' })
  await sync()
  expect(await storedIds()).toHaveLength(20)
  await sync()
  expect(await storedIds()).toHaveLength(10)
  expect(new Set(service.read).size).toBe(50)
  await sync()
  expect(service.read).toHaveLength(50)
})

test('a page that names the newest episodes only does not have the others asked for with each sync', async () => {
  service = madeService('night', 60)
  const { pull } = service
  service.pull = async (request) => {
    const answer = await pull({ ...request, updatedSince: null })
    return answer.ok ? success({ ...answer.value, path: 'markdown-list' }) : answer
  }
  await sync()
  service.unlisted = service.listed.slice(10)
  service.listed = service.listed.slice(0, 10)
  await sync()
  expect(service.read).toEqual([])
  await letDaysPass(8)
  await sync()
  expect(service.read).toHaveLength(20)
  await sync()
  await sync()
  await sync()
  expect(service.read).toHaveLength(50)
  expect(await storedIds()).toHaveLength(60)
})

test('a service that goes away meanwhile makes nothing gone, and the question is put again', async () => {
  await sync()
  service.withdraw('e007')
  const readEpisode = service.readEpisode
  service.readEpisode = () => failure('unreachable', 'No network.')
  expect(await sync()).toMatchObject({ ok: true, value: { withdrawnEpisodes: 0 } })
  expect(await storedIds()).toContain('night/e007')
  service.readEpisode = readEpisode
  await sync()
  expect(await storedIds()).not.toContain('night/e007')
})

test('nothing is taken out while it is not known what is downloaded', async () => {
  await sync()
  service.withdraw('e007')
  const { listDownloads } = service.source
  service.source.listDownloads = async () => failure('internal', 'No answer.')
  await sync()
  expect(await storedIds()).toContain('night/e007')
  service.source.listDownloads = listDownloads
  await sync()
  expect(await storedIds()).not.toContain('night/e007')
})

/** The list cannot be read at one episode. */
function breakEntry(slug: string): void {
  const { pull } = service
  service.pull = async (request) => {
    const answer = await pull(request)
    if (!answer.ok || !answer.value.episodes.some((episode) => episode.slug === slug)) return answer
    const episodes = answer.value.episodes.filter((episode) => episode.slug !== slug)
    return success({ ...answer.value, episodes, broken: [{ slug, reason: 'It has no title.' }] })
  }
}

test('an episode that the list breaks is read by itself', async () => {
  breakEntry('e007')
  expect(await sync()).toMatchObject({ ok: true, value: { brokenEpisodes: 0 } })
  expect(await storedIds()).toHaveLength(25)
  expect((await syncOf('night'))?.broken).toEqual([])
})

test('one that cannot be read by any road is told of until it can, and not asked for each time', async () => {
  breakEntry('e007')
  service.readEpisode = () => failure('unreadable', 'It has no title.')
  expect(await sync()).toMatchObject({ ok: true, value: { brokenEpisodes: 1 } })
  await sync()
  await sync()
  expect(service.read).toEqual(['e007'])
  expect((await syncOf('night'))?.broken).toEqual([{ slug: 'e007', reason: 'It has no title.' }])
  expect(wholeListsPulled()).toBe(1)
})

test('one that is listed is not gone because it cannot be had by itself', async () => {
  await sync()
  breakEntry('e007')
  service.readEpisode = () => success({ kind: 'gone' })
  await letDaysPass(8)
  await sync()
  expect(service.read).toEqual(['e007'])
  expect(await storedIds()).toContain('night/e007')
  expect((await syncOf('night'))?.broken).toHaveLength(1)
})

test('an unchanged podcast costs one question and no write', async () => {
  await sync()
  await database.syncs.update('night', { validator: 'kept' })
  service.pull = () => success(madePage([], { unchanged: true, validator: 'kept' }))
  const before = service.pulled.length
  expect(await writesDuring(() => sync())).toBe(0)
  expect(service.pulled.length).toBe(before + 1)
})

test('of single episodes, one that is gone goes, one that cannot be read is told of', async () => {
  const [a, b, c] = ['a', 'b', 'c'].map((slug) => madeEpisode('loose', slug))
  for (const episode of [a, b, c])
    await followPodcast(
      lookedUp(madePodcast('loose'), { path: 'single-episodes', episode: episode ?? null }),
      '2026-03-10T08:00:00.000Z',
    )
  const broken = ['b', 'c'].map((slug) => ({ slug, reason: 'Not to be had.' }))
  service.pull = () => success(madePage(a === undefined ? [] : [a], { path: 'single-episodes', broken }))
  service.readEpisode = (id) =>
    id === 'loose/b' ? success({ kind: 'gone' }) : failure('unreadable', 'Not to be had.')
  await sync(never, 'loose')
  expect(await storedIds()).toEqual(['loose/a', 'loose/c'])
  expect((await syncOf('loose'))?.broken.map(({ slug }) => slug)).toEqual(['c'])
})

test('of single episodes, a withdrawn one that is kept is asked for again at the next sweep only', async () => {
  const episode = madeCatalogue('loose', 1)[0] ?? null
  const found = lookedUp(madePodcast('loose'), { path: 'single-episodes', episode })
  await followPodcast(found, '2026-03-10T08:00:00.000Z')
  service.source.listDownloads = async () => success([madeDownload('loose/e000')])
  service.readEpisode = () => success({ kind: 'gone' })
  service.pull = ({ episodeSlugs }) =>
    success(
      madePage([], {
        path: 'single-episodes',
        broken: episodeSlugs.map((slug) => ({ slug, reason: 'Not there.' })),
      }),
    )
  await sync(never, 'loose')
  expect((await episodeRow('loose/e000'))?.withdrawnAt).not.toBeNull()
  await sync(never, 'loose')
  expect(service.pulled.at(-1)?.episodeSlugs).toEqual([])
  await database.syncs.update('loose', { sweeping: true })
  await sync(never, 'loose')
  expect(service.pulled.at(-1)?.episodeSlugs).toEqual(['e000'])
})
