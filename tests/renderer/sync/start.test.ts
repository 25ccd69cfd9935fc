import 'fake-indexeddb/auto'

import { beforeEach, expect, test, vi } from 'vitest'
import { database } from '../../../renderer/db/database.ts'
import { followPodcast, listPodcasts, removePodcast } from '../../../renderer/db/podcasts.ts'
import { offerGuide } from '../../../renderer/sync/guide.ts'
import { useSyncProgress } from '../../../renderer/sync/progress.ts'
import { scheduleOf, useSchedule } from '../../../renderer/sync/schedule-store.ts'
import { startSync } from '../../../renderer/sync/start.ts'
import { syncAll } from '../../../renderer/sync/sync-all.ts'
import type { PodcastSchedule } from '../../../shared/models/schedule.ts'
import { failure, success } from '../../../shared/result.ts'
import { type FakeBridge, fakeBridge } from '../fake-bridge.ts'
import { freshDatabase } from '../fresh-database.ts'
import { runWorkersInProcess } from '../in-process-worker.ts'
import { madeCatalogue, pullFrom } from '../made-catalogue.ts'
import { lookedUp, madePodcast } from '../made-episodes.ts'
import { storedIds } from '../stored-episodes.ts'

const guide = madePodcast('earmark-field-guide', { source: 'guide', title: 'The Earmark Field Guide' })
const first = madeCatalogue('earmark-field-guide', 3)[0] ?? null
/** A busy machine takes its time. */
const patiently = { timeout: 15_000 }
let bridge: FakeBridge
let online = true

beforeEach(async () => {
  await freshDatabase()
  runWorkersInProcess()
  online = true
  bridge = fakeBridge({
    'podcast.look-up': () => success(lookedUp(guide, { path: 'guide', episode: first })),
    'sync.follow': () => success(null),
    'sync.read-anew': () => success(null),
    'sync.pull': (request) =>
      request.source === 'guide' || online
        ? pullFrom(madeCatalogue(request.podcastSlug, 3), 10)(request)
        : failure('unreachable', 'No network.'),
  })
})

/** Nothing is being synced. */
async function settled(): Promise<void> {
  await vi.waitFor(() => expect(useSyncProgress.getState().podcasts).toEqual({}), patiently)
}

const pulledSlugs = () => bridge.inputsOf('sync.pull').map(({ podcastSlug }) => podcastSlug)

test('the first start without any network brings the guide', async () => {
  online = false
  const stop = startSync()
  expect(await offerGuide()).toBe(first?.id)
  expect(bridge.inputsOf('podcast.look-up')).toEqual([{ text: 'earmark-field-guide/finding-your-way' }])
  expect(await listPodcasts()).toMatchObject([{ slug: 'earmark-field-guide', source: 'guide' }])
  bridge.emit('sync.due', { podcastSlugs: ['earmark-field-guide'] })
  await vi.waitFor(async () => expect(await storedIds()).toHaveLength(3), patiently)
  await settled()
  stop()
})

test('syncs what the main process says is due, until stopped', async () => {
  await offerGuide()
  const stop = startSync()
  bridge.emit('sync.due', { podcastSlugs: ['earmark-field-guide'] })
  await vi.waitFor(() => expect(pulledSlugs()).toHaveLength(1), patiently)
  await settled()
  bridge.emit('sync.due', { podcastSlugs: ['earmark-field-guide'] })
  await vi.waitFor(() => expect(pulledSlugs()).toHaveLength(2), patiently)
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

test('tells what is followed at the start and whenever that changes, and not when a sync writes a podcast', async () => {
  await followPodcast(lookedUp(madePodcast('night')), '2026-03-10T08:00:00.000Z')
  const stop = startSync()
  const told = () => bridge.inputsOf('sync.follow').map(({ podcasts }) => podcasts.map(({ slug }) => slug))
  await vi.waitFor(() => expect(told()).toEqual([['night']]), patiently)
  await database.podcasts.update('night', { description: 'Changed.' })
  await followPodcast(lookedUp(guide, { path: 'guide' }), '2026-03-10T08:00:00.000Z')
  await vi.waitFor(() => expect(told().at(-1)).toEqual(['earmark-field-guide', 'night']), patiently)
  await removePodcast('night')
  await vi.waitFor(() => expect(told().at(-1)).toEqual(['earmark-field-guide']), patiently)
  expect(told()).toHaveLength(3)
  expect(bridge.inputsOf('sync.follow').at(-1)).toEqual({
    podcasts: [{ slug: 'earmark-field-guide', source: 'guide' }],
  })
  stop()
})

test('tells at the start which podcasts were never read to the end, as in a database made anew', async () => {
  await followPodcast(lookedUp(madePodcast('night')), '2026-03-10T08:00:00.000Z')
  await followPodcast(lookedUp(madePodcast('day')), '2026-03-10T08:00:00.000Z')
  await database.syncs.update('day', { lastSyncedAt: '2026-03-10T09:00:00.000Z' })
  // As it comes back from elsewhere: the podcast alone.
  await database.podcasts.put({ ...madePodcast('dusk'), addedAt: '2026-03-10T08:00:00.000Z' })
  const stop = startSync()
  await vi.waitFor(
    () => expect(bridge.inputsOf('sync.read-anew')).toEqual([{ podcastSlugs: ['dusk', 'night'] }]),
    patiently,
  )
  stop()
})

test('a podcast that came back in a start which ended in the middle is synced all the same', async () => {
  await database.podcasts.put({ ...madePodcast('dusk'), addedAt: '2026-03-10T08:00:00.000Z' })
  const stop = startSync()
  await vi.waitFor(() => expect(bridge.inputsOf('sync.read-anew')).toHaveLength(1), patiently)
  bridge.emit('sync.due', { podcastSlugs: ['dusk'] })
  await vi.waitFor(async () => expect(await storedIds()).toHaveLength(3), patiently)
  await settled()
  stop()
})

test('keeps what the main process tells of each podcast', () => {
  const stop = startSync()
  const night: PodcastSchedule = { lastCheckedAtMs: 1, everyMs: 2, next: { kind: 'at', atMs: 3 } }
  bridge.emit('sync.schedule', { podcasts: { night } })
  expect(scheduleOf(useSchedule.getState(), 'night')).toEqual(night)
  expect(scheduleOf(useSchedule.getState(), 'constructor')).toBeUndefined()
  stop()
})

test('a person’s sync of everything asks for everything, and tells what came of it', async () => {
  await followPodcast(lookedUp(madePodcast('night')), '2026-03-10T08:00:00.000Z')
  await followPodcast(lookedUp(guide, { path: 'guide' }), '2026-03-10T08:00:00.000Z')
  online = false
  expect(await syncAll()).toEqual({ synced: 1, failed: [], offline: true, stopped: false })
  bridge.answers['sync.pull'] = () => failure('rate-limited', 'Wait until 14:10.', 600)
  expect(await syncAll()).toEqual({
    synced: 0,
    failed: [
      { title: 'The Earmark Field Guide', message: 'Wait until 14:10.' },
      { title: 'The night podcast', message: 'Wait until 14:10.' },
    ],
    offline: false,
    stopped: false,
  })
  bridge.answers['sync.pull'] = () => failure('cancelled', 'Stopped.')
  expect(await syncAll()).toEqual({ synced: 0, failed: [], offline: false, stopped: true })
})
