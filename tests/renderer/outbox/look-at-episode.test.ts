import 'fake-indexeddb/auto'

import { beforeEach, expect, test } from 'vitest'
import { useServiceHold } from '../../../renderer/connectivity/service-hold.ts'
import { database } from '../../../renderer/db/database.ts'
import { episodeDetails, episodeRow } from '../../../renderer/db/episodes.ts'
import { followPodcast, removePodcast } from '../../../renderer/db/podcasts.ts'
import { lookAtEpisode } from '../../../renderer/outbox/look-at-episode.ts'
import { useAnnouncements } from '../../../renderer/shell/announce.ts'
import type { ReadEpisode } from '../../../shared/models/sync.ts'
import { failure, type ProblemCode, success } from '../../../shared/result.ts'
import { type FakeBridge, fakeBridge } from '../fake-bridge.ts'
import { freshDatabase } from '../fresh-database.ts'
import { lookedUp, madeEpisode, madePodcast } from '../made-episodes.ts'
import { madeLooking, madeRequest } from './made-request.ts'

const minuteMs = 60_000
const bare = madeEpisode('night', 'a', {
  processingState: 'queued',
  summary: '',
  highlights: [],
  chapters: [],
})
const middle = () => 0.5
let bridge: FakeBridge

beforeEach(async () => {
  await freshDatabase()
  useServiceHold.setState({ untilMs: 0 })
  await followPodcast(lookedUp(madePodcast('night'), { episode: bare }), '2026-03-10T08:00:00.000Z')
  bridge = fakeBridge({})
})

const answers = (seen: ReadEpisode) => {
  bridge.answers['episode.read'] = () => success(seen)
}
const fails = (code: ProblemCode, retryAfterSeconds?: number) => {
  bridge.answers['episode.read'] = () => failure(code, 'Because.', retryAfterSeconds)
}

async function look(sinceMs = Date.now()) {
  const request = madeRequest({ state: 'accepted', looking: madeLooking({ sinceMs }) })
  await database.requests.put(request)
  const before = Date.now()
  const end = await lookAtEpisode(request, middle)
  const after = await database.requests.get(request.id)
  const waitsMs = (after?.looking?.nextLookAtMs ?? 0) - before
  return { end, request: after, waitsMinutes: Math.round(waitsMs / minuteMs) }
}

test('when the episode is processed its parts are there and the request is ready', async () => {
  answers({ kind: 'read', episode: madeEpisode('night', 'a') })
  const { end, request } = await look()
  expect(end).toBe('settled')
  expect(request).toMatchObject({ state: 'ready', looking: null })
  expect(await episodeRow('night/a')).toMatchObject({ processingState: 'processed' })
  expect(await episodeDetails('night/a')).toMatchObject({ summary: 'A summary.' })
  expect(bridge.inputsOf('episode.read')).toEqual([{ source: 'stenobird', episodeId: 'night/a' }])
})

test('one that was processed before it was asked for is ready after a look', async () => {
  await followPodcast(lookedUp(madePodcast('night'), { episode: madeEpisode('night', 'a') }), '2026-03-10')
  answers({ kind: 'read', episode: madeEpisode('night', 'a') })
  expect((await look()).request).toMatchObject({ state: 'ready' })
})

test('in any other state the service’s word is kept, what there is is stored, and the next look comes later', async () => {
  answers({ kind: 'read', episode: { ...bare, processingState: 'half-way', summary: 'So far.' } })
  const { request, waitsMinutes } = await look()
  expect(request).toMatchObject({ state: 'processing', looking: { looks: 1, seenState: 'half-way' } })
  expect(waitsMinutes).toBe(8)
  expect(await episodeDetails('night/a')).toMatchObject({ summary: 'So far.' })
})

test('after two weeks nobody looks by itself', async () => {
  answers({ kind: 'read', episode: bare })
  const { request } = await look(Date.now() - 15 * 24 * 60 * minuteMs)
  expect(request).toMatchObject({ state: 'processing', looking: { nextLookAtMs: null } })
})

test('one that the service no longer has fails, with the reason', async () => {
  answers({ kind: 'gone' })
  const { request } = await look()
  expect(request).toMatchObject({ state: 'failed', problem: { code: 'not-found' } })
  expect(request?.problem?.message).toMatch(/no longer has this episode/)
  expect(useAnnouncements.getState().urgent.at(-1)?.text).toContain('Episode a')
})

test.each(['unreachable', 'cancelled'] as const)('%s is no look', async (code) => {
  fails(code)
  const { end, request } = await look()
  expect(end).toBe('unanswered')
  expect(request).toMatchObject({ state: 'accepted', problem: null, looking: { looks: 0, nextLookAtMs: 0 } })
})

test('an answer that comes too late lets other episodes pass', async () => {
  fails('timeout')
  const { end, waitsMinutes } = await look()
  expect(end).toBe('unanswered')
  expect(waitsMinutes).toBe(8)
})

test('an answer that tells nothing is a look, with its reason', async () => {
  fails('unreadable')
  const { request, waitsMinutes } = await look()
  expect(request).toMatchObject({
    state: 'accepted',
    problem: { code: 'unreadable', message: 'Because.' },
    looking: { looks: 1 },
  })
  expect(waitsMinutes).toBe(8)
})

test.each(['rate-limited', 'server-error', 'held'] as const)(
  'told to wait (%s), it was no look, and all that is open waits',
  async (code) => {
    fails(code, 3600)
    const { end, request } = await look()
    expect(end).toBe('told-to-wait')
    expect(request).toMatchObject({ state: 'accepted', problem: null, looking: { looks: 0 } })
    expect(Math.round((useServiceHold.getState().untilMs - Date.now()) / minuteMs)).toBe(60)
  },
)

test('of a podcast that was removed meanwhile nothing is stored, and the person still hears that it is ready', async () => {
  await removePodcast('night')
  answers({ kind: 'read', episode: madeEpisode('night', 'a') })
  expect((await look()).request).toMatchObject({ state: 'ready' })
  expect(await episodeRow('night/a')).toBeUndefined()
})
