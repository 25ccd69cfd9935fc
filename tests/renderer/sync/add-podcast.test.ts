import 'fake-indexeddb/auto'

import { beforeEach, expect, test, vi } from 'vitest'
import { database } from '../../../renderer/db/database.ts'
import { episodeRow } from '../../../renderer/db/episodes.ts'
import { useAnnouncements } from '../../../renderer/shell/announce.ts'
import { addPodcast } from '../../../renderer/sync/add-podcast.ts'
import { useSyncProgress } from '../../../renderer/sync/progress.ts'
import { callSchemas } from '../../../shared/ipc/schemas.ts'
import { failure, success } from '../../../shared/result.ts'
import { type FakeBridge, fakeBridge } from '../fake-bridge.ts'
import { freshDatabase } from '../fresh-database.ts'
import { runWorkersInProcess } from '../in-process-worker.ts'
import { madeCatalogue, pullFrom } from '../made-catalogue.ts'
import { lookedUp, madeEpisode, madePage, madePodcast } from '../made-episodes.ts'
import { storedIds } from '../stored-episodes.ts'

let bridge: FakeBridge

beforeEach(async () => {
  await freshDatabase()
  runWorkersInProcess()
  bridge = fakeBridge({
    'podcast.look-up': () => success(lookedUp(madePodcast('night'))),
    'sync.pull': pullFrom(madeCatalogue('night', 12), 10),
  })
})

const syncEnded = () => vi.waitFor(() => expect(useSyncProgress.getState().podcasts).toEqual({}))

test('follows the podcast, and its sync can be seen when it returns', async () => {
  const added = await addPodcast('night')
  expect(added).toEqual(success({ podcastSlug: 'night', episodeId: null, alreadyFollowed: false }))
  expect(useSyncProgress.getState().podcasts.night).toBeDefined()
  await syncEnded()
  expect(await storedIds()).toHaveLength(12)
})

test('tells of episodes that could not be read', async () => {
  const page = madePage([madeEpisode('night', 'a')], { broken: [{ slug: 'b', reason: 'No title.' }] })
  bridge.answers['sync.pull'] = () => success(page)
  await addPodcast('night')
  await vi.waitFor(() =>
    expect(useAnnouncements.getState().polite.at(-1)?.text).toMatch(/1 new episode, 1 could not be read/),
  )
})

test('an address of an episode brings that episode at once, to be opened', async () => {
  const episode = madeEpisode('night', 'e003')
  bridge.answers['podcast.look-up'] = () => success(lookedUp(madePodcast('night'), { episode }))
  expect(await addPodcast('night/e003')).toMatchObject({ value: { episodeId: 'night/e003' } })
  expect(await episodeRow('night/e003')).toBeDefined()
  await syncEnded()
})

test('one that is followed already is synced again and not doubled', async () => {
  await addPodcast('night')
  await syncEnded()
  const before = bridge.inputsOf('sync.pull').length
  expect(await addPodcast('night')).toMatchObject({ value: { alreadyFollowed: true } })
  await syncEnded()
  expect(bridge.inputsOf('sync.pull').length).toBeGreaterThan(before)
  expect(await database.podcasts.count()).toBe(1)
})

test('what is no address comes back as a sentence, and nothing is added', async () => {
  const refusal = failure('bad-address', 'That names no podcast.')
  bridge.answers['podcast.look-up'] = () => refusal
  expect(await addPodcast('???')).toEqual(refusal)
  expect(await database.podcasts.count()).toBe(0)
  expect(bridge.inputsOf('sync.pull')).toEqual([])
})

test('stopped while it looks, it takes the question back at once and adds nothing', async () => {
  const stop = new AbortController()
  bridge.answers['podcast.look-up'] = () => new Promise(() => {})
  const added = addPodcast('night', stop.signal)
  stop.abort()
  expect(bridge.cancelled()).toHaveLength(1)
  expect(await added).toMatchObject({ problem: { code: 'cancelled' } })
  expect(await database.podcasts.count()).toBe(0)
})

test('stopped just as the answer comes, it adds nothing either', async () => {
  const stop = new AbortController()
  bridge.answers['podcast.look-up'] = () => {
    stop.abort()
    return success(lookedUp(madePodcast('night')))
  }
  expect(await addPodcast('night', stop.signal)).toMatchObject({ problem: { code: 'cancelled' } })
  expect(await database.podcasts.count()).toBe(0)
})

test('a whole page pasted by mistake is refused by the reader of addresses, not by the gate', async () => {
  await addPodcast('night '.repeat(2000))
  const [input] = bridge.inputsOf('podcast.look-up')
  expect(callSchemas['podcast.look-up'].safeParse(input).success).toBe(true)
})
