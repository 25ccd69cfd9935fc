import 'fake-indexeddb/auto'

import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { database } from '../../../renderer/db/database.ts'
import {
  applyEvent,
  cancelRequest,
  countOpenRequests,
  requestOf,
  requestsIn,
  requestsNewestFirst,
  requestTranscript,
  retryRequest,
} from '../../../renderer/db/requests.ts'
import { transcriptionRequestSchema } from '../../../shared/models/transcription-request.ts'
import { freshDatabase } from '../fresh-database.ts'

const episode = { id: 'night/a', title: 'Episode a', podcastTitle: 'Night' } as const
const problem = { code: 'refused', message: 'No.' } as const

beforeEach(freshDatabase)

test('twenty clicks at once ask for one transcript', async () => {
  const requests = await Promise.all(Array.from({ length: 20 }, () => requestTranscript(episode)))
  expect(new Set(requests.map(({ id }) => id)).size).toBe(1)
  expect(await requestsNewestFirst()).toHaveLength(1)
  expect(transcriptionRequestSchema.parse(requests[0])).toEqual(requests[0])
})

test('an episode whose request was accepted is not asked for again', async () => {
  const { id } = await requestTranscript(episode)
  await applyEvent(id, { kind: 'send' })
  await applyEvent(id, { kind: 'accept' })
  expect(await requestTranscript(episode)).toMatchObject({ id, state: 'accepted' })
  expect(await countOpenRequests()).toBe(0)
})

test('asked for again after it failed, the same request waits again', async () => {
  const { id } = await requestTranscript(episode)
  await applyEvent(id, { kind: 'send' })
  await applyEvent(id, { kind: 'fail', problem })
  expect(await countOpenRequests()).toBe(1)
  expect(await requestTranscript(episode)).toMatchObject({ id, state: 'waiting', problem: null })
})

test('asked for again after it was cancelled, a new request waits', async () => {
  const first = await requestTranscript(episode)
  await cancelRequest(first.id)
  const second = await requestTranscript(episode)
  expect(second.id > first.id).toBe(true)
  expect(await requestOf('night/a')).toEqual(second)
  expect((await requestsNewestFirst()).map(({ state }) => state)).toEqual(['waiting', 'cancelled'])
})

test('a request made after the clock was set back is not hidden behind the one that was cancelled', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2027-01-01') })
  onTestFinished(() => void vi.useRealTimers())
  const first = await requestTranscript(episode)
  await cancelRequest(first.id)
  // As a start with another clock does it: within one, the ids go on from where they were.
  await database.requests.put({ ...first, id: 'ffffffff-ffff-7fff-bfff-ffffffffffff', state: 'cancelled' })
  const second = await requestTranscript(episode)
  expect(await requestTranscript(episode)).toEqual(second)
  expect(await requestOf(episode.id)).toEqual(second)
  expect(await requestsIn('waiting')).toHaveLength(1)
})

test('is cancelled only while it waits, and tried again only after it failed', async () => {
  const { id } = await requestTranscript(episode)
  expect(await retryRequest(id)).toBeNull()
  await applyEvent(id, { kind: 'send' })
  expect(await cancelRequest(id)).toBeNull()
  await applyEvent(id, { kind: 'fail', problem })
  expect(await retryRequest(id)).toMatchObject({ state: 'waiting' })
  expect(await cancelRequest('no such request')).toBeNull()
})

test('of a cancel and a send at the same time exactly one happens', async () => {
  const { id } = await requestTranscript(episode)
  const outcomes = await Promise.all([applyEvent(id, { kind: 'send' }), cancelRequest(id)])
  expect(outcomes.filter((outcome) => outcome !== null)).toHaveLength(1)
})

test('requests wait in the order in which they were asked for, also within one millisecond', async () => {
  const ids = Array.from({ length: 50 }, (_, index) => `night/${String(index).padStart(2, '0')}` as const)
  for (const id of ids) await requestTranscript({ ...episode, id })
  expect((await requestsIn('waiting')).map(({ episodeId }) => episodeId)).toEqual(ids)
})
