import 'fake-indexeddb/auto'

import { beforeEach, expect, test, vi } from 'vitest'
import { useConnectivity } from '../../../renderer/connectivity/store.ts'
import { database } from '../../../renderer/db/database.ts'
import { followPodcast, listPodcasts, removePodcast } from '../../../renderer/db/podcasts.ts'
import { keepSyncProblem } from '../../../renderer/db/syncs.ts'
import { offerGuide } from '../../../renderer/sync/guide.ts'
import { useSyncProgress } from '../../../renderer/sync/progress.ts'
import { startSync } from '../../../renderer/sync/start.ts'
import { syncAll } from '../../../renderer/sync/sync-all.ts'
import { failure, success } from '../../../shared/result.ts'
import { type FakeBridge, fakeBridge } from '../fake-bridge.ts'
import { freshDatabase } from '../fresh-database.ts'
import { runWorkersInProcess } from '../in-process-worker.ts'
import { madeCatalogue, pullFrom } from '../made-catalogue.ts'
import { lookedUp, madePodcast } from '../made-episodes.ts'

const guide = madePodcast('earmark-field-guide', { source: 'guide', title: 'The Earmark Field Guide' })
const first = madeCatalogue('earmark-field-guide', 3)[0] ?? null
let bridge: FakeBridge

beforeEach(async () => {
  await freshDatabase()
  runWorkersInProcess()
  useConnectivity.setState({ online: true, cause: null }, true)
  bridge = fakeBridge({
    'podcast.look-up': () => success(lookedUp(guide, { path: 'guide', episode: first })),
    'sync.pull': (request) =>
      request.source === 'guide' || useConnectivity.getState().online
        ? pullFrom(madeCatalogue(request.podcastSlug, 3), 10)(request)
        : failure('unreachable', 'No network.'),
  })
})

/** Nothing is being synced. */
async function settled(): Promise<void> {
  await vi.waitFor(() => expect(useSyncProgress.getState().podcasts).toEqual({}))
}

const pulledSlugs = () => bridge.inputsOf('sync.pull').map(({ podcastSlug }) => podcastSlug)

test('the first start without any network brings the guide', async () => {
  useConnectivity.setState({ online: false, cause: 'system' }, true)
  const stop = startSync()
  expect(await offerGuide()).toBe(first?.id)
  expect(bridge.inputsOf('podcast.look-up')).toEqual([{ text: 'earmark-field-guide/finding-your-way' }])
  expect(await listPodcasts()).toMatchObject([{ slug: 'earmark-field-guide', source: 'guide' }])
  bridge.emit('sync.due', { reason: 'start' })
  await vi.waitFor(async () => expect(await database.episodes.count()).toBe(3))
  await settled()
  stop()
})

test('syncs what is followed whenever the main process says it is due, until stopped', async () => {
  await offerGuide()
  const stop = startSync()
  bridge.emit('sync.due', { reason: 'start' })
  await vi.waitFor(() => expect(pulledSlugs()).toHaveLength(1))
  await settled()
  bridge.emit('sync.due', { reason: 'interval' })
  await vi.waitFor(() => expect(pulledSlugs()).toHaveLength(2))
  await settled()
  stop()
  expect(bridge.listeners()).toBe(0)
})

test('the guide is offered once: removed, it does not come back with a later start', async () => {
  await offerGuide()
  expect(await listPodcasts()).toHaveLength(1)
  await removePodcast('earmark-field-guide')
  await offerGuide()
  expect(bridge.inputsOf('podcast.look-up')).toHaveLength(1)
  expect(await listPodcasts()).toEqual([])
})

test('a guide that could not be read is offered again with the next start', async () => {
  bridge.answers['podcast.look-up'] = () => failure('file', 'Not there.')
  await offerGuide()
  expect(await listPodcasts()).toEqual([])
  bridge.answers['podcast.look-up'] = () => success(lookedUp(guide, { path: 'guide' }))
  await offerGuide()
  expect(await listPodcasts()).toHaveLength(1)
})

test('leaves a service alone that cannot be reached, unless a person asks', async () => {
  await followPodcast(lookedUp(madePodcast('night')), '2026-03-10T08:00:00.000Z')
  useConnectivity.setState({ online: false, cause: 'service' }, true)
  await syncAll('interval')
  expect(pulledSlugs()).toEqual([])
  expect(await syncAll('asked')).toEqual({ synced: 0, failed: [], offline: true })
  expect(pulledSlugs()).toEqual(['night'])
})

test('leaves a service alone that asked for it, whoever asks, but reads the guide', async () => {
  for (const podcast of [madePodcast('night'), madePodcast('day'), guide])
    await followPodcast(lookedUp(podcast), '2026-03-10T08:00:00.000Z')
  await keepSyncProblem(
    'night',
    { code: 'rate-limited', message: 'Wait.', retryAfterSeconds: 60 },
    Date.now(),
  )
  await syncAll('asked')
  expect(pulledSlugs()).toEqual(['earmark-field-guide'])
})

test('a time to wait until that stems from before the clock was set back does not count', async () => {
  await followPodcast(lookedUp(madePodcast('night')), '2026-03-10T08:00:00.000Z')
  const nextYear = Date.now() + 365 * 24 * 3_600_000
  const problem = { code: 'rate-limited', message: 'Wait.', retryAfterSeconds: 60 } as const
  await keepSyncProblem('night', problem, nextYear)
  await syncAll('interval')
  expect(pulledSlugs()).toEqual(['night'])
})

test('begins with the podcast that was synced longest ago', async () => {
  for (const slug of ['a', 'b', 'c'])
    await followPodcast(lookedUp(madePodcast(slug)), '2026-03-10T08:00:00.000Z')
  await database.syncs.update('a', { lastSyncedAt: '2026-03-03T00:00:00.000Z' })
  await database.syncs.update('b', { lastSyncedAt: '2026-03-01T00:00:00.000Z' })
  await syncAll('interval')
  expect(pulledSlugs()).toEqual(['c', 'b', 'a'])
})
