import 'fake-indexeddb/auto'

import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import type { RequestEvent } from '../../../renderer/db/request-state.ts'
import {
  applyEvent,
  cancelRequest,
  countOpenRequests,
  lookAgain,
  putRequestBack,
  removeRequest,
  requestsIn,
  requestsNewestFirst,
  requestTranscript,
} from '../../../renderer/db/requests.ts'
import { requestStates, transcriptionRequestSchema } from '../../../shared/models/transcription-request.ts'
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

const accept = { kind: 'accept', nextLookAtMs: 1000 } as const
/** The ways in which a request ends, after which the person can ask again. */
const endings: Record<string, readonly RequestEvent[]> = {
  failed: [{ kind: 'send' }, { kind: 'fail', problem }],
  cancelled: [{ kind: 'cancel' }],
  ready: [{ kind: 'send' }, accept, { kind: 'arrive' }],
}

test('an episode whose request is with the service is not asked for again', async () => {
  const { id } = await requestTranscript(episode)
  await applyEvent(id, { kind: 'send' })
  await applyEvent(id, accept)
  expect(await requestTranscript(episode)).toMatchObject({ id, state: 'accepted' })
})

test.each(Object.entries(endings))(
  'asked for again after it was %s, the same row waits again under the same key',
  async (_, events) => {
    const { id, createdAt } = await requestTranscript(episode)
    for (const event of events) await applyEvent(id, event)
    const again = await requestTranscript(episode)
    expect(again).toMatchObject({ id, createdAt, state: 'waiting', problem: null })
    expect(await requestsNewestFirst()).toEqual([again])
  },
)

test('an episode has one request and one key for ever, whatever a person does', async () => {
  const keys = new Set<string>()
  for (let round = 0; round < 20; round += 1) {
    for (const events of Object.values(endings)) {
      const requests = await Promise.all([requestTranscript(episode), requestTranscript(episode)])
      for (const { id } of requests) keys.add(id)
      for (const event of events) await applyEvent(requests[0].id, event)
    }
  }
  expect(keys.size).toBe(1)
  expect(await requestsNewestFirst()).toHaveLength(1)
})

test('asked for again, it leaves after those that were asked for meanwhile', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-01-01T00:00:00Z') })
  onTestFinished(() => void vi.useRealTimers())
  const first = await requestTranscript(episode)
  await cancelRequest(first.id)
  vi.setSystemTime(new Date('2026-01-02T00:00:00Z'))
  const second = await requestTranscript({ ...episode, id: 'night/b' })
  vi.setSystemTime(new Date('2026-01-03T00:00:00Z'))
  await requestTranscript(episode)
  expect((await requestsIn('waiting')).map(({ id }) => id)).toEqual([second.id, first.id])
  expect((await requestsNewestFirst()).map(({ id }) => id)).toEqual([first.id, second.id])
})

test('open are those on their way, those with the service, and those that failed', async () => {
  const steps: readonly RequestEvent[][] = [
    [],
    [{ kind: 'send' }],
    [{ kind: 'send' }, accept],
    [{ kind: 'send' }, accept, { kind: 'look', seenState: 'queued', nextLookAtMs: 1 }],
    ...Object.values(endings).map((events) => [...events]),
  ]
  for (const [index, events] of steps.entries()) {
    const { id } = await requestTranscript({ ...episode, id: `night/${index}` })
    for (const event of events) await applyEvent(id, event)
  }
  expect(new Set((await requestsNewestFirst()).map(({ state }) => state)).size).toBe(requestStates.length)
  expect(await countOpenRequests()).toBe(5)
})

test.each(Object.entries(endings))(
  'one that was %s is taken off the list and put back; asked for again it is on it under the same key',
  async (_, events) => {
    const { id } = await requestTranscript(episode)
    for (const event of events) await applyEvent(id, event)
    const [before] = await requestsNewestFirst()
    await removeRequest(id)
    expect(await requestsNewestFirst()).toEqual([])
    expect(await countOpenRequests()).toBe(0)
    await putRequestBack(id)
    expect(await requestsNewestFirst()).toEqual([
      { ...before, removedAt: null, updatedAt: expect.any(String) },
    ])
    await removeRequest(id)
    expect(await requestTranscript(episode)).toMatchObject({ id, state: 'waiting' })
    expect((await requestsNewestFirst()).map((request) => request.id)).toEqual([id])
  },
)

test('one that is under way stays on the list', async () => {
  const { id } = await requestTranscript(episode)
  for (const event of [null, { kind: 'send' }, accept] as const) {
    if (event !== null) await applyEvent(id, event)
    expect(await removeRequest(id)).toBeNull()
  }
  expect(await requestsNewestFirst()).toHaveLength(1)
})

test('is cancelled only before it leaves, and looked at only while it is with the service', async () => {
  const { id } = await requestTranscript(episode)
  expect(await lookAgain(id)).toBeNull()
  await applyEvent(id, { kind: 'send' })
  expect(await cancelRequest(id)).toBeNull()
  await applyEvent(id, accept)
  expect(await cancelRequest(id)).toBeNull()
  expect(await lookAgain(id)).toMatchObject({ state: 'accepted', looking: { nextLookAtMs: 0 } })
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
