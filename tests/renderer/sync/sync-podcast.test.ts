import 'fake-indexeddb/auto'

import { beforeEach, expect, test, vi } from 'vitest'
import { database } from '../../../renderer/db/database.ts'
import { episodeRow } from '../../../renderer/db/episodes.ts'
import { followPodcast, podcastBySlug } from '../../../renderer/db/podcasts.ts'
import { commitPage } from '../../../renderer/db/sync-pages.ts'
import { syncOf } from '../../../renderer/db/syncs.ts'
import { useSettings } from '../../../renderer/settings/store.ts'
import { useSyncProgress } from '../../../renderer/sync/progress.ts'
import { syncAll } from '../../../renderer/sync/sync-all.ts'
import { cancelSync, syncPodcast } from '../../../renderer/sync/sync-podcast.ts'
import type { PulledPage, PullRequest } from '../../../shared/models/sync.ts'
import type { Result } from '../../../shared/result.ts'
import { type FakeBridge, fakeBridge } from '../fake-bridge.ts'
import { freshDatabase } from '../fresh-database.ts'
import { runWorkersInProcess } from '../in-process-worker.ts'
import { madeCatalogue, pullFrom } from '../made-catalogue.ts'
import { lookedUp, madeEpisode, madePodcast } from '../made-episodes.ts'
import { storedIds } from '../stored-episodes.ts'

/** Pages that were asked for and are answered when the test says so. */
let held: { request: PullRequest; answer: () => void }[] = []
let bridge: FakeBridge

beforeEach(async () => {
  await freshDatabase()
  runWorkersInProcess()
  for (const slug of ['a', 'b', 'c'])
    await followPodcast(lookedUp(madePodcast(slug)), '2026-03-10T08:00:00.000Z')
  held = []
  bridge = fakeBridge({
    'sync.pull': (request) =>
      new Promise<Result<PulledPage>>((resolve) => {
        const catalogue = madeCatalogue(request.podcastSlug, 25)
        held.push({ request, answer: () => resolve(pullFrom(catalogue, 10)(request)) })
      }),
  })
})

async function answerNext(): Promise<void> {
  await vi.waitFor(() => expect(held.length).toBeGreaterThan(0))
  held.shift()?.answer()
}

const pullRequestOf = (podcastSlug: string): PullRequest => ({
  source: 'stenobird',
  podcastSlug,
  cursor: null,
  updatedSince: null,
  validator: null,
  path: null,
  episodeSlugs: [],
})

const progressOf = (slug: string) => useSyncProgress.getState().podcasts[slug]

test('is never under way twice for one podcast', async () => {
  const syncs = [syncPodcast('a', 'due'), syncPodcast('a', 'due'), syncPodcast('a', 'due')]
  for (let page = 0; page < 3; page += 1) await answerNext()
  const [first, ...others] = await Promise.all(syncs)
  for (const other of others) expect(other).toBe(first)
  expect(bridge.inputsOf('sync.pull')).toHaveLength(3)
  expect(await storedIds()).toHaveLength(25)
})

test('shows how far it is after each page, and nothing afterwards', async () => {
  const done = syncPodcast('a', 'due')
  await vi.waitFor(() => expect(progressOf('a')).toEqual({ phase: 'reading', received: 0, expected: null }))
  await answerNext()
  await vi.waitFor(() => expect(progressOf('a')).toEqual({ phase: 'reading', received: 10, expected: 25 }))
  await answerNext()
  await answerNext()
  await done
  expect(progressOf('a')).toBeUndefined()
})

test('reads two podcasts at a time and lets the third wait for its turn', async () => {
  const all = Promise.all([syncPodcast('a', 'due'), syncPodcast('b', 'due'), syncPodcast('c', 'due')])
  await vi.waitFor(() => expect(held).toHaveLength(2))
  expect(progressOf('c')?.phase).toBe('queued')
  for (let page = 0; page < 9; page += 1) await answerNext()
  expect((await all).every(({ ok }) => ok)).toBe(true)
  expect(await storedIds()).toHaveLength(75)
})

test('cancelled, it takes back what it asked at once; asked for again, it goes on after the last page', async () => {
  const cancelled = syncPodcast('a', 'due')
  await answerNext()
  await vi.waitFor(() => expect(held).toHaveLength(1))
  // Nobody waits for it any more.
  held.shift()
  cancelSync('a')
  expect(progressOf('a')?.phase).toBe('stopping')
  const again = syncPodcast('a', 'due')
  await vi.waitFor(() => expect(bridge.cancelled()).toHaveLength(1))
  expect(await cancelled).toMatchObject({ ok: false, problem: { code: 'cancelled' } })
  expect(await storedIds()).toHaveLength(10)
  expect((await syncOf('a'))?.lastProblem).toBeNull()
  // Two to the end of the pass, and one that asks what changed since it was begun.
  for (let page = 0; page < 3; page += 1) await answerNext()
  expect((await again).ok).toBe(true)
  expect(bridge.inputsOf('sync.pull').map(({ cursor }) => cursor)).toEqual([null, '10', '10', '20', null])
})

test('what a person asks for goes before what is merely due, also when it waited already', async () => {
  for (const slug of ['d', 'e']) await followPodcast(lookedUp(madePodcast(slug)), '2026-03-10T08:00:00.000Z')
  const under = [syncPodcast('a', 'due'), syncPodcast('b', 'due')]
  await vi.waitFor(() => expect(held).toHaveLength(2))
  const waiting = [syncPodcast('c', 'due'), syncPodcast('d', 'due')]
  // They stand in the line once their podcasts were looked up.
  await podcastBySlug('d')
  waiting.push(syncPodcast('e', 'asked'), syncPodcast('d', 'asked'))
  for (let page = 0; page < 15; page += 1) await answerNext()
  await Promise.all([...under, ...waiting])
  const begun = bridge.inputsOf('sync.pull').filter(({ cursor }) => cursor === null)
  expect(begun.map(({ podcastSlug }) => podcastSlug).at(-1)).toBe('c')
})

test('a sync of everything goes before what is merely due, and the one that is asked for by itself before both', async () => {
  for (const slug of ['d', 'e', 'f']) {
    await followPodcast(lookedUp(madePodcast(slug)), '2026-03-10T08:00:00.000Z')
  }
  const under = [syncPodcast('a', 'due'), syncPodcast('b', 'due')]
  await vi.waitFor(() => expect(held).toHaveLength(2))
  const due = syncPodcast('c', 'due')
  // Left out of the sync of everything, and so merely due.
  await podcastBySlug('c')
  await database.podcasts.delete('c')
  const all = syncAll()
  await vi.waitFor(() => expect(progressOf('f')?.phase).toBe('queued'))
  await podcastBySlug('f')
  const one = syncPodcast('f', 'asked')
  const again = syncPodcast('f', 'due')
  await database.podcasts.put({ ...madePodcast('c'), addedAt: '2026-03-10T08:00:00.000Z' })
  for (let page = 0; page < 18; page += 1) await answerNext()
  await Promise.all([...under, due, all, one, again])
  const begun = bridge.inputsOf('sync.pull').filter(({ cursor }) => cursor === null)
  expect(begun.map(({ podcastSlug }) => podcastSlug)).toEqual(['a', 'b', 'f', 'd', 'e', 'c'])
})

test('the guide does not wait for the service', async () => {
  await followPodcast(lookedUp(madePodcast('guide', { source: 'guide' })), '2026-03-10T08:00:00.000Z')
  const slow = [syncPodcast('a', 'due'), syncPodcast('b', 'due')]
  await vi.waitFor(() => expect(held).toHaveLength(2))
  const guide = syncPodcast('guide', 'due')
  await vi.waitFor(() => expect(held.map(({ request }) => request.podcastSlug)).toContain('guide'))
  for (let page = 0; page < 9; page += 1) await answerNext()
  for (const end of await Promise.all([...slow, guide])) expect(end.ok).toBe(true)
})

test('cancelled while it waits for its turn, it asks for nothing', async () => {
  const others = [syncPodcast('a', 'due'), syncPodcast('b', 'due')]
  const cancelled = syncPodcast('c', 'due')
  cancelSync('c')
  expect(progressOf('c')).toBeUndefined()
  for (let page = 0; page < 6; page += 1) await answerNext()
  await Promise.all(others)
  expect(await cancelled).toMatchObject({ ok: false, problem: { code: 'cancelled' } })
  expect(bridge.inputsOf('sync.pull').some(({ podcastSlug }) => podcastSlug === 'c')).toBe(false)
})

test('after a pass that an earlier run had begun, asks once more for what changed since', async () => {
  const catalogue = madeCatalogue('a', 25)
  const changed = madeEpisode('a', 'e000', {
    title: 'Changed meanwhile',
    updatedAt: '2026-03-21T00:00:00.000Z',
  })
  const begun = await pullFrom(catalogue, 10)(pullRequestOf('a'))
  if (!begun.ok) throw new Error(begun.problem.message)
  await commitPage('a', null, begun.value, '2026-03-20T00:00:00.000Z')

  bridge.answers['sync.pull'] = pullFrom([changed, ...catalogue.slice(1)], 10)
  expect(await syncPodcast('a', 'due')).toMatchObject({ ok: true })
  expect((await episodeRow('a/e000'))?.title).toBe('Changed meanwhile')
  expect(await storedIds()).toHaveLength(25)
})

test('another service is asked from the beginning: it knows nothing of the last one’s cursors', async () => {
  bridge.answers['sync.pull'] = pullFrom(madeCatalogue('a', 25), 10)
  await syncPodcast('a', 'due')
  useSettings.setState({ apiBaseUrl: 'https://other.example' })
  await syncPodcast('a', 'due')
  const asked = bridge.inputsOf('sync.pull').filter(({ cursor }) => cursor === null)
  expect(asked.at(-1)).toMatchObject({ cursor: null, updatedSince: null, validator: null, path: null })
  expect(await storedIds()).toHaveLength(25)
})
