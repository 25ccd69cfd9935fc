import 'fake-indexeddb/auto'

import { beforeEach, expect, test } from 'vitest'
import { database } from '../../../renderer/db/database.ts'
import { mostEpisodesOfPodcast } from '../../../renderer/db/directory.ts'
import { followPodcast, removePodcast } from '../../../renderer/db/podcasts.ts'
import { commitPage } from '../../../renderer/db/sync-pages.ts'
import { syncOf } from '../../../renderer/db/syncs.ts'
import { runPass as pass } from '../../../renderer/sync/pass.ts'
import { nothingNew, type PassEnd } from '../../../renderer/sync/pass-parts.ts'
import type { PulledPage, PullRequest } from '../../../shared/models/sync.ts'
import { failure, type Result, success } from '../../../shared/result.ts'
import { bridgeSource } from '../bridge-source.ts'
import { type FakeBridge, fakeBridge } from '../fake-bridge.ts'
import { fillPodcast } from '../filled-podcast.ts'
import { freshDatabase } from '../fresh-database.ts'
import { madeCatalogue, pullFrom } from '../made-catalogue.ts'
import { lookedUp, madeEpisode, madePage, madePodcast } from '../made-episodes.ts'
import { storedIds } from '../stored-episodes.ts'

const never = new AbortController().signal
const catalogue = madeCatalogue('night', 25)
const pullNight = pullFrom(catalogue, 10)
let bridge: FakeBridge

async function runPass(podcastSlug: string, stop: AbortSignal): Promise<Result<PassEnd>> {
  const ended = await pass({
    podcastSlug,
    serviceAddress: 'https://stenobird.com',
    source: bridgeSource(stop),
    showRead: () => {},
    stop,
  })
  return ended.ok ? success(ended.value.end) : ended
}

beforeEach(async () => {
  await freshDatabase()
  await followPodcast(lookedUp(madePodcast('night')), '2026-03-10T08:00:00.000Z')
  bridge = fakeBridge({ 'sync.pull': pullNight })
})

/** Answers like the catalogue, except where `change` gives another answer. */
function pullUnless(change: (request: PullRequest, count: number) => Result<PulledPage> | null): void {
  let count = 0
  bridge.answers['sync.pull'] = (request) => {
    count += 1
    return change(request, count) ?? pullNight(request)
  }
}

test('the road by which it was found is not told as the one by which it is read', async () => {
  expect(await syncOf('night')).toMatchObject({ path: 'api' })
  await runPass('night', never)
  await runPass('night', never)
  const firstPages = bridge.inputsOf('sync.pull').filter(({ cursor }) => cursor === null)
  expect(firstPages.map(({ path }) => path)).toEqual([null, 'api'])
})

const cursorsAsked = () => bridge.inputsOf('sync.pull').map(({ cursor }) => cursor)
const allIds = catalogue.map(({ id }) => id)

test('reads page by page until there is no next one', async () => {
  const end = await runPass('night', never)
  expect(end).toEqual(success({ ...nothingNew, unchanged: false, receivedEpisodes: 25, newEpisodes: 25 }))
  expect(cursorsAsked()).toEqual([null, '10', '20'])
  expect(await storedIds()).toEqual(allIds)
  expect(await syncOf('night')).toMatchObject({
    cursor: null,
    updatedSince: catalogue[0]?.updatedAt,
    validator: 'validator of 25',
    receivedEpisodes: 25,
    expectedEpisodes: 25,
    path: 'api',
  })
})

test('the next page is on its way while one is written', async () => {
  const askedBeforeWriting: number[] = []
  const note = () => void askedBeforeWriting.push(cursorsAsked().length)
  database.syncs.hook('updating', note)
  await runPass('night', never)
  database.syncs.hook('updating').unsubscribe(note)
  // The service's address, three pages, and what was found out at the end.
  expect(askedBeforeWriting).toEqual([0, 2, 3, 3, 3])
})

test('asks only for what changed after a whole pass, with the validator on the first page alone', async () => {
  await runPass('night', never)
  const since = catalogue[0]?.updatedAt
  const changed = madeCatalogue('night', 15).map((episode) => ({
    ...episode,
    updatedAt: '2026-04-01T00:00:00Z',
  }))
  bridge.answers['sync.pull'] = pullFrom(changed, 10)
  await runPass('night', never)
  expect(bridge.inputsOf('sync.pull')).toMatchObject([
    { cursor: null, updatedSince: null, validator: null },
    { cursor: '10', updatedSince: null, validator: null },
    { cursor: '20', updatedSince: null, validator: null },
    { cursor: null, updatedSince: since, validator: 'validator of 25' },
    { cursor: '10', updatedSince: since, validator: null },
  ])
})

test.each([0, 1, 2])(
  'stopped after %i pages, the next pass goes on there and doubles nothing',
  async (pages) => {
    let cursor: string | null = null
    for (let page = 0; page < pages; page += 1) {
      const pulled = pullNight({ ...(bridgeRequest as PullRequest), cursor })
      if (!pulled.ok) throw new Error('the catalogue answers')
      await commitPage('night', cursor, pulled.value, '2026-03-21T08:00:00.000Z')
      cursor = pulled.value.nextCursor
    }
    expect((await runPass('night', never)).ok).toBe(true)
    expect(cursorsAsked()[0]).toBe(cursor)
    expect(cursorsAsked()).toHaveLength(3 - pages)
    expect(await storedIds()).toEqual(allIds)
    expect((await syncOf('night'))?.updatedSince).toBe(catalogue[0]?.updatedAt)
  },
)

const bridgeRequest: Omit<PullRequest, 'cursor'> = {
  source: 'stenobird',
  podcastSlug: 'night',
  updatedSince: null,
  validator: null,
  path: null,
  episodeSlugs: [],
}

test('keeps why it stopped and how far it came, and goes on from there', async () => {
  pullUnless((_, count) => (count === 2 ? failure('rate-limited', 'Too many.', 120) : null))
  expect((await runPass('night', never)).ok).toBe(false)
  const sync = await syncOf('night')
  expect(sync).toMatchObject({ cursor: '10', lastProblem: { code: 'rate-limited' }, lastSyncedAt: null })
  expect(await storedIds()).toHaveLength(10)

  expect((await runPass('night', never)).ok).toBe(true)
  expect(cursorsAsked()).toEqual([null, '10', '10', '20'])
  expect(await syncOf('night')).toMatchObject({ lastProblem: null })
})

test.each(['rejected', 'not-found'] as const)('begins anew, once, when its cursor is %s', async (code) => {
  await commitPage('night', null, madePage([], { nextCursor: 'stale' }), '2026-03-10T08:00:00.000Z')
  pullUnless(({ cursor }) => (cursor === 'stale' ? failure(code, 'Unknown cursor.') : null))
  expect((await runPass('night', never)).ok).toBe(true)
  expect(cursorsAsked()).toEqual(['stale', null, '10', '20'])
  expect(await storedIds()).toEqual(allIds)
})

test('does not begin anew for ever: the second cursor that is refused is a problem', async () => {
  pullUnless(({ cursor }) => (cursor === null ? null : failure('rejected', 'Unknown cursor.')))
  expect(await runPass('night', never)).toMatchObject({ ok: false, problem: { code: 'rejected' } })
  expect(cursorsAsked()).toEqual([null, '10', null, '10'])
  expect(await syncOf('night')).toMatchObject({ cursor: null, lastProblem: { code: 'rejected' } })
})

test('a podcast that is gone is a problem, and is not asked for twice', async () => {
  pullUnless(() => failure('not-found', 'There is no such podcast.'))
  expect(await runPass('night', never)).toMatchObject({ ok: false, problem: { code: 'not-found' } })
  expect(cursorsAsked()).toEqual([null])
})

test('a service that leads in circles is left, and what it sent is kept', async () => {
  pullUnless(({ cursor }) => {
    const next = cursor === 'a' ? 'b' : 'a'
    return success(madePage([madeEpisode('night', 'e000')], { nextCursor: next }))
  })
  expect(await runPass('night', never)).toMatchObject({ ok: false, problem: { code: 'unreadable' } })
  expect(cursorsAsked().length).toBeLessThanOrEqual(8)
  expect(await storedIds()).toEqual(['night/e000'])
  expect((await syncOf('night'))?.cursor).toBeNull()
})

test.each([
  ['empty', []],
  ['the same', [madeEpisode('night', 'a')]],
])('a list that goes on for ever with pages that are %s is left', async (_what, episodes) => {
  let pages = 0
  bridge.answers['sync.pull'] = () => {
    pages += 1
    return success(madePage(episodes, { nextCursor: `cursor ${pages}` }))
  }
  expect(await runPass('night', never)).toMatchObject({ ok: false, problem: { code: 'unreadable' } })
  expect(pages).toBeLessThan(100)
  expect(await storedIds()).toHaveLength(episodes.length)
})

test('a list of new episodes without end is left when there are as many as Earmark keeps of one podcast', async () => {
  await fillPodcast('night', mostEpisodesOfPodcast - 10)
  let page = 0
  bridge.answers['sync.pull'] = () => {
    page += 1
    const episodes = Array.from({ length: 8 }, (_, index) => madeEpisode('night', `p${page}-${index}`))
    return success(madePage(episodes, { nextCursor: `cursor ${page}` }))
  }
  const told = { code: 'too-large', message: expect.stringMatching(/100,000.* stays/s) }
  expect(await runPass('night', never)).toMatchObject({ ok: false, problem: told })
  expect(await storedIds()).toHaveLength(mostEpisodesOfPodcast - 2)
  expect(await syncOf('night')).toMatchObject({ cursor: 'cursor 1', lastProblem: told })
  expect(page).toBeLessThanOrEqual(3)
  expect((await runPass('night', never)).ok).toBe(false)
  expect(await storedIds()).toHaveLength(mostEpisodesOfPodcast - 2)
})

test('a list without end of episodes that cannot be read is left as well', async () => {
  let page = 0
  bridge.answers['sync.pull'] = () => {
    page += 1
    const broken = Array.from({ length: 10_000 }, (_, index) => ({
      slug: `p${page}-${index}`,
      reason: 'No title.',
    }))
    return success(madePage([], { broken, nextCursor: `cursor ${page}` }))
  }
  expect(await runPass('night', never)).toMatchObject({ ok: false, problem: { code: 'too-large' } })
  expect(page).toBeLessThan(15)
})

test('unchanged costs one question and writes no episode', async () => {
  await runPass('night', never)
  await database.shelves.clear()
  pullUnless(() => success(madePage([], { unchanged: true })))
  expect(await runPass('night', never)).toMatchObject({ ok: true, value: { unchanged: true } })
  expect(await storedIds()).toEqual([])
})

test('does not believe “unchanged” when nothing was read yet', async () => {
  pullUnless(() => success(madePage([], { unchanged: true })))
  expect(await runPass('night', never)).toMatchObject({ ok: false, problem: { code: 'unreadable' } })
  expect((await syncOf('night'))?.lastSyncedAt).toBeNull()
})

test('one broken episode among good ones loses nothing and is kept with its reason', async () => {
  const broken = [{ slug: 'e999', reason: 'It has no title.' }]
  pullUnless((_, count) => (count === 1 ? success(madePage(catalogue.slice(0, 9), { broken })) : null))
  expect(await runPass('night', never)).toMatchObject({ ok: true, value: { brokenEpisodes: 1 } })
  expect((await syncOf('night'))?.broken).toEqual(broken)
})

test('a podcast removed while its page is on the way does not come back', async () => {
  bridge.answers['sync.pull'] = async (request) => {
    await removePodcast('night')
    return pullNight(request)
  }
  expect(await runPass('night', never)).toMatchObject({ ok: false, problem: { code: 'cancelled' } })
  expect(await database.podcasts.count()).toBe(0)
  expect(await database.syncs.count()).toBe(0)
  expect(await storedIds()).toEqual([])
})

test('stops after the page under way, without calling that a problem', async () => {
  const stop = new AbortController()
  bridge.answers['sync.pull'] = (request) => {
    stop.abort()
    return pullNight(request)
  }
  expect(await runPass('night', stop.signal)).toMatchObject({ ok: false, problem: { code: 'cancelled' } })
  expect(await storedIds()).toHaveLength(10)
  expect(await syncOf('night')).toMatchObject({ cursor: '10', lastProblem: null })
})

test('a podcast of single episodes asks for those it has', async () => {
  const episode = madeEpisode('loose', 'b')
  const single = lookedUp(madePodcast('loose'), { path: 'single-episodes', episode })
  await followPodcast(single, '2026-03-10T08:00:00.000Z')
  await followPodcast({ ...single, episode: madeEpisode('loose', 'a') }, '2026-03-10T08:00:00.000Z')
  bridge.answers['sync.pull'] = () => success(madePage([episode], { path: 'single-episodes' }))
  await runPass('loose', never)
  expect(bridge.inputsOf('sync.pull')[0]).toMatchObject({ path: 'single-episodes', episodeSlugs: ['a', 'b'] })
})

test('a full disk is told, and what was stored before stays', async () => {
  const fullDisk = (): never => {
    throw new DOMException('The disk is full.', 'QuotaExceededError')
  }
  database.shelves.hook('creating', fullDisk)
  try {
    expect(await runPass('night', never)).toMatchObject({ ok: false, problem: { code: 'disk-full' } })
  } finally {
    database.shelves.hook('creating').unsubscribe(fullDisk)
  }
  expect(await storedIds()).toEqual([])
  expect(await syncOf('night')).toMatchObject({ cursor: null, lastProblem: { code: 'disk-full' } })
})
