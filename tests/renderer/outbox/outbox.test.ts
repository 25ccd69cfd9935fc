import 'fake-indexeddb/auto'

import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { startServiceHold, useServiceHold } from '../../../renderer/connectivity/service-hold.ts'
import { useConnectivity } from '../../../renderer/connectivity/store.ts'
import { database } from '../../../renderer/db/database.ts'
import {
  applyEvent,
  cancelRequest,
  lookAgain,
  outboxRequests,
  requestsIn,
  requestTranscript,
} from '../../../renderer/db/requests.ts'
import { watch } from '../../../renderer/db/watch.ts'
import { startOutbox } from '../../../renderer/outbox/outbox.ts'
import type { EpisodeId } from '../../../shared/models/identity.ts'
import type { ReadEpisode } from '../../../shared/models/sync.ts'
import type { RequestState, TranscriptionRequest } from '../../../shared/models/transcription-request.ts'
import { failure, type Result, success } from '../../../shared/result.ts'
import { type FakeBridge, fakeBridge } from '../fake-bridge.ts'
import { freshDatabase } from '../fresh-database.ts'
import { madeEpisode } from '../made-episodes.ts'
import { storeMade } from '../stored-episodes.ts'
import { madeLooking, madeRequest } from './made-request.ts'

vi.mock('../../../renderer/db/requests.ts', { spy: true })

let bridge: FakeBridge
let stop = (): void => undefined
let stopListening = (): void => undefined

beforeEach(async () => {
  await freshDatabase()
  setOnline(true)
  useServiceHold.setState({ untilMs: 0 })
  bridge = fakeBridge({ 'transcription.send': () => success({ accepted: true }) })
})

afterEach(() => {
  stop()
  stopListening()
  vi.useRealTimers()
  vi.restoreAllMocks()
})

function setOnline(online: boolean): void {
  useConnectivity.setState(online ? { online, cause: null } : { online, cause: 'system' }, true)
}

const ask = (id: EpisodeId) => requestTranscript({ id, title: id, podcastTitle: 'Night' })
const sentIds = () => bridge.inputsOf('transcription.send').map(({ requestId }) => requestId)

async function reaches(id: string, state: RequestState): Promise<TranscriptionRequest | undefined> {
  await vi.waitFor(async () => expect((await database.requests.get(id))?.state).toBe(state))
  return database.requests.get(id)
}

test('sends what waits, in the order in which it was asked for, one at a time', async () => {
  let underWay = 0
  let mostUnderWay = 0
  bridge.answers['transcription.send'] = async () => {
    underWay += 1
    mostUnderWay = Math.max(mostUnderWay, underWay)
    await database.requests.count()
    underWay -= 1
    return success({ accepted: true })
  }
  const requests = [await ask('night/c'), await ask('night/a'), await ask('night/b')]
  stop = startOutbox()
  for (const { id } of requests) await reaches(id, 'accepted')
  expect(sentIds()).toEqual(requests.map(({ id }) => id))
  expect(mostUnderWay).toBe(1)
})

test('offline it sends nothing and counts no try; online again it sends at once', async () => {
  setOnline(false)
  stop = startOutbox()
  const { id } = await ask('night/a')
  const other = await ask('night/b')
  await cancelRequest(other.id)
  await asksWhetherOnline()
  expect(sentIds()).toEqual([])
  setOnline(true)
  await reaches(id, 'accepted')
  expect(sentIds()).toEqual([id])
})

test('a request that nobody answered counts no try, and leaves under the same key once online again', async () => {
  bridge.answers['transcription.send'] = () => failure('unreachable', 'No network.')
  const { id } = await ask('night/a')
  stop = startOutbox()
  await vi.waitFor(() => expect(sentIds()).toHaveLength(1))
  expect(await reaches(id, 'waiting')).toMatchObject({ attempts: 0, problem: null })
  bridge.answers['transcription.send'] = () => success({ accepted: true })
  setOnline(false)
  setOnline(true)
  await reaches(id, 'accepted')
  expect(sentIds()).toEqual([id, id])
})

test('one that the service never answers in time lets those after it pass', async () => {
  const stuck = await ask('night/a')
  const other = await ask('night/b')
  bridge.answers['transcription.send'] = ({ requestId }) =>
    requestId === stuck.id ? failure('timeout', 'Too slow.') : success({ accepted: true })
  stop = startOutbox(() => 1)
  await vi.waitFor(() => expect(sentIds()).toHaveLength(1))
  expect(await reaches(stuck.id, 'waiting')).toMatchObject({ attempts: 1, problem: { code: 'timeout' } })
  // The service answers all else, so after a moment we count as online again.
  setOnline(false)
  setOnline(true)
  await reaches(other.id, 'accepted')
  expect(sentIds()).toEqual([stuck.id, other.id])
})

test('what was being sent when Earmark ended is sent again under the same key', async () => {
  const interrupted = madeRequest({ state: 'sending' })
  await database.requests.add(interrupted)
  stop = startOutbox()
  await reaches(interrupted.id, 'accepted')
  expect(sentIds()).toEqual([interrupted.id])
})

/** Answers when the test says so. */
function holdAnswers(): { answer: () => void } {
  const held = { answer: (): void => undefined }
  bridge.answers['transcription.send'] = () =>
    new Promise<Result<{ accepted: true }>>((resolve) => {
      held.answer = () => resolve(success({ accepted: true }))
    })
  return held
}

/** Before each thing it does, it asks; told that we are offline, it rests. */
async function asksWhetherOnline(): Promise<void> {
  const asked = vi.spyOn(useConnectivity, 'getState')
  await vi.waitFor(() => expect(asked).toHaveBeenCalled())
}

/** Hears of the requests as an outbox does, and after each outbox that has begun: what is told here, those know. */
async function listenBehind() {
  const heard = vi.fn<(requests: readonly TranscriptionRequest[]) => void>()
  // An outbox that was started a moment ago begins within this turn.
  await database.requests.count()
  stopListening = watch(outboxRequests, heard)
  await vi.waitFor(() => expect(heard).toHaveBeenCalled())
  const hearsOf = (id: string) =>
    vi.waitFor(() => expect(heard.mock.lastCall?.[0].map((request) => request.id)).toContain(id))
  return { hearsOf }
}

test.each([
  ['started again', () => undefined],
  ['stopped and started', () => stop()],
])('%s while a request is on its way, it does not send it twice', async (_, before) => {
  const held = holdAnswers()
  const { id } = await ask('night/a')
  stop = startOutbox()
  await vi.waitFor(() => expect(sentIds()).toHaveLength(1))
  before()
  vi.mocked(requestsIn).mockClear()
  stop = startOutbox()
  await listenBehind()
  expect(requestsIn).not.toHaveBeenCalledWith('sending')
  held.answer()
  await reaches(id, 'accepted')
  const second = await ask('night/b')
  await vi.waitFor(() => expect(sentIds()).toContain(second.id))
  held.answer()
  await reaches(second.id, 'accepted')
  expect(sentIds()).toEqual([id, second.id])
})

test('an answer that will not change parks the request with its reason; the person can try it again', async () => {
  bridge.answers['transcription.send'] = () => failure('not-found', 'The service does not know this episode.')
  stop = startOutbox()
  const { id } = await ask('night/a')
  expect(await reaches(id, 'failed')).toMatchObject({
    problem: { code: 'not-found', message: 'The service does not know this episode.' },
  })
  expect(sentIds()).toEqual([id])
  bridge.answers['transcription.send'] = () => success({ accepted: true })
  await ask('night/a')
  await reaches(id, 'accepted')
  expect(sentIds()).toEqual([id, id])
})

test('a failed one does not stop those after it', async () => {
  bridge.answers['transcription.send'] = ({ episodeId }) =>
    episodeId === 'night/a' ? failure('server-error', 'It broke.') : success({ accepted: true })
  const first = await ask('night/a')
  const second = await ask('night/b')
  stop = startOutbox(() => 1)
  await reaches(second.id, 'accepted')
  expect(await reaches(first.id, 'waiting')).toMatchObject({ attempts: 1, problem: { code: 'server-error' } })
})

const useFakeTime = () => vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] })
const minuteMs = 60_000

test('waits as long as the service asked for, then sends by itself', async () => {
  useFakeTime()
  bridge.answers['transcription.send'] = () => failure('rate-limited', 'Too many.', 120)
  const { id } = await ask('night/a')
  stop = startOutbox(() => 0)
  await vi.waitFor(() => expect(sentIds()).toHaveLength(1))
  await reaches(id, 'waiting')
  bridge.answers['transcription.send'] = () => success({ accepted: true })
  const other = await ask('night/b')
  // `waitFor` moves the clock by its own steps, far less than what is left.
  await vi.advanceTimersByTimeAsync(100_000)
  expect(sentIds()).toEqual([id])
  await vi.advanceTimersByTimeAsync(25_000)
  await reaches(id, 'accepted')
  await reaches(other.id, 'accepted')
  expect(sentIds()).toEqual([id, id, other.id])
})

test('told to wait for a week on end it keeps its key, counts no try, and is not given up', async () => {
  useFakeTime()
  bridge.answers['transcription.send'] = () => failure('server-error', 'Busy.', 3600)
  const { id } = await ask('night/a')
  stop = startOutbox(() => 0)
  for (let times = 1; times <= 40; times += 1) {
    await vi.waitFor(() => expect(sentIds()).toHaveLength(times))
    expect(await reaches(id, 'waiting')).toMatchObject({ attempts: 0, problem: null })
    await vi.advanceTimersByTimeAsync(61 * minuteMs)
  }
  bridge.answers['transcription.send'] = () => success({ accepted: true })
  await vi.advanceTimersByTimeAsync(61 * minuteMs)
  await reaches(id, 'accepted')
  expect(new Set(sentIds())).toEqual(new Set([id]))
})

/** It has nothing to do before its timer ends. */
const rests = () => vi.waitFor(() => expect(vi.getTimerCount()).toBe(1))

test('a service that says “in a second” again and again is asked ever more seldom', async () => {
  useFakeTime()
  const sentAtMs: number[] = []
  bridge.answers['transcription.send'] = () => {
    sentAtMs.push(Date.now())
    return failure('server-error', 'Busy.', 1)
  }
  await ask('night/a')
  stop = startOutbox(() => 1)
  for (let times = 1; times <= 6; times += 1) {
    await vi.waitFor(() => expect(sentAtMs).toHaveLength(times))
    await rests()
    await vi.advanceTimersToNextTimerAsync()
  }
  const pauses = sentAtMs.slice(1).map((atMs, index) => atMs - (sentAtMs[index] ?? 0))
  expect(pauses[0]).toBeLessThan(5000)
  expect(pauses.slice(1).map((pause) => pause > 5000)).toEqual([true, true, true, true])
  expect(pauses.at(-1)).toBeGreaterThan(40_000)
})

test('what one of them was told holds for the others, whatever becomes of that one', async () => {
  useFakeTime()
  bridge.answers['transcription.send'] = () => failure('rate-limited', 'Too many.', 120)
  const told = await ask('night/a')
  stop = startOutbox(() => 0)
  await vi.waitFor(() => expect(sentIds()).toHaveLength(1))
  await reaches(told.id, 'waiting')
  await applyEvent(told.id, { kind: 'arrive' })
  const { id } = await ask('night/b')
  await vi.advanceTimersByTimeAsync(100_000)
  expect(sentIds()).toEqual([told.id])
  bridge.answers['transcription.send'] = () => success({ accepted: true })
  await vi.advanceTimersByTimeAsync(25_000)
  await reaches(id, 'accepted')
})

test('a hold that a sync was told of holds here too, looks included, until another service is asked', async () => {
  useFakeTime()
  bridge.answers['episode.read'] = () => success<ReadEpisode>({ kind: 'gone' })
  const stopHold = startServiceHold(Date.now() + 60 * minuteMs)
  const look = madeRequest({ state: 'accepted', episodeId: 'night/b', looking: madeLooking() })
  await database.requests.add(look)
  const { id } = await ask('night/a')
  stop = startOutbox(() => 0)
  await rests()
  expect(await database.requests.get(look.id)).toEqual(look)
  expect(sentIds()).toEqual([])
  bridge.emit('service.held', { untilMs: 0 })
  await reaches(id, 'accepted')
  await reaches(look.id, 'failed')
  stopHold()
})

test('refused by the main process, since it knows of a hold already, it waits for the end of that', async () => {
  useFakeTime()
  bridge.answers['transcription.send'] = () => failure('held', 'Left alone.', 120)
  const { id } = await ask('night/a')
  stop = startOutbox(() => 0)
  await vi.waitFor(() => expect(sentIds()).toHaveLength(1))
  await vi.advanceTimersByTimeAsync(100_000)
  expect(sentIds()).toEqual([id])
  expect(await database.requests.get(id)).toMatchObject({ state: 'waiting', attempts: 0, problem: null })
})

test('“too many requests” without a time makes the others wait as well', async () => {
  useFakeTime()
  bridge.answers['transcription.send'] = () => failure('rate-limited', 'Too many.')
  const { id } = await ask('night/a')
  await ask('night/b')
  stop = startOutbox(() => 1)
  await vi.waitFor(() => expect(sentIds()).toHaveLength(1))
  expect(await reaches(id, 'waiting')).toMatchObject({ attempts: 1 })
  await vi.advanceTimersByTimeAsync(4000)
  expect(sentIds()).toEqual([id])
})

test('an accepted one is looked at by itself, minutes later, until its episode is processed', async () => {
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] })
  const seen = (processingState: string) => () =>
    success<ReadEpisode>({ kind: 'read', episode: madeEpisode('night', 'a', { processingState }) })
  bridge.answers['episode.read'] = seen('queued')
  const looks = () => bridge.inputsOf('episode.read').length
  const { id } = await ask('night/a')
  stop = startOutbox(() => 0.5)
  await reaches(id, 'accepted')
  await vi.advanceTimersByTimeAsync(4 * 60_000)
  expect(looks()).toBe(0)
  await vi.advanceTimersByTimeAsync(60_000)
  await reaches(id, 'processing')
  bridge.answers['episode.read'] = seen('processed')
  await vi.advanceTimersByTimeAsync(8 * 60_000)
  await reaches(id, 'ready')
  await vi.advanceTimersByTimeAsync(24 * 3600_000)
  expect(looks()).toBe(2)
})

test('offline nothing is looked at, and online again what is due is', async () => {
  bridge.answers['episode.read'] = () => success<ReadEpisode>({ kind: 'gone' })
  const request = madeRequest({ state: 'accepted', looking: madeLooking() })
  await database.requests.add(request)
  setOnline(false)
  stop = startOutbox()
  await asksWhetherOnline()
  expect(await database.requests.get(request.id)).toEqual(request)
  setOnline(true)
  await reaches(request.id, 'failed')
})

test('a look that nobody answers is tried again later, and holds up no request', async () => {
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] })
  bridge.answers['episode.read'] = () => failure('unreachable', 'No network.')
  const request = madeRequest({ state: 'accepted', episodeId: 'night/b', looking: madeLooking() })
  await database.requests.add(request)
  stop = startOutbox()
  await vi.waitFor(() => expect(bridge.inputsOf('episode.read')).toHaveLength(1))
  const { id } = await ask('night/a')
  await vi.advanceTimersByTimeAsync(31_000)
  await reaches(id, 'accepted')
  expect(await database.requests.get(request.id)).toEqual(request)
  bridge.answers['episode.read'] = () => success<ReadEpisode>({ kind: 'gone' })
  await vi.advanceTimersByTimeAsync(31_000)
  await reaches(request.id, 'failed')
})

test('a look that the person wishes for happens at once', async () => {
  bridge.answers['episode.read'] = () => success<ReadEpisode>({ kind: 'gone' })
  const parked = madeRequest({ state: 'processing', looking: madeLooking({ nextLookAtMs: null }) })
  const after = madeRequest({
    episodeId: 'night/b',
    state: 'processing',
    askedAt: '2026-03-10T09:00:00.000Z',
    looking: madeLooking(),
  })
  await database.requests.bulkAdd([parked, after])
  stop = startOutbox()
  await reaches(after.id, 'failed')
  expect(bridge.inputsOf('episode.read').map(({ episodeId }) => episodeId)).toEqual(['night/b'])
  await lookAgain(parked.id)
  await reaches(parked.id, 'failed')
})

test('an answer that could not be stored is asked for again under the same key once the disk takes it', async () => {
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] })
  bridge.answers['app.report-fault'] = () => success(null)
  const { id } = await ask('night/a')
  const put = vi.spyOn(database.requests, 'put')
  bridge.answers['transcription.send'] = () => {
    put.mockRejectedValueOnce(new DOMException('No space.', 'UnknownError'))
    bridge.answers['transcription.send'] = () => success({ accepted: true })
    return success({ accepted: true })
  }
  stop = startOutbox()
  await vi.waitFor(() => expect(bridge.inputsOf('app.report-fault')).toHaveLength(1))
  expect((await database.requests.get(id))?.state).toBe('sending')
  await vi.advanceTimersByTimeAsync(31_000)
  await reaches(id, 'accepted')
  expect(sentIds()).toEqual([id, id])
})

test('one that is cancelled while another is on its way is never sent', async () => {
  const held = holdAnswers()
  const first = await ask('night/a')
  const second = await ask('night/b')
  stop = startOutbox()
  await vi.waitFor(() => expect(sentIds()).toEqual([first.id]))
  expect(await cancelRequest(first.id)).toBeNull()
  expect(await cancelRequest(second.id)).toMatchObject({ state: 'cancelled' })
  held.answer()
  await reaches(first.id, 'accepted')
  const third = await ask('night/c')
  await vi.waitFor(() => expect(sentIds()).toContain(third.id))
  held.answer()
  await reaches(third.id, 'accepted')
  expect(sentIds()).toEqual([first.id, third.id])
})

test('goes where the episode itself says that transcripts are asked for', async () => {
  const url = 'https://stenobird.com/v1/public/podcasts/night/episodes/a/transcription-requests'
  await storeMade(
    madeEpisode('night', 'a', {
      actions: [
        { method: 'GET', url, description: 'Look.' },
        { method: 'POST', url: 'https://stenobird.com/v1/transcripts', description: 'Pay.' },
        { method: 'post', url, description: 'Ask.' },
      ],
    }),
  )
  stop = startOutbox()
  await reaches((await ask('night/a')).id, 'accepted')
  await reaches((await ask('night/unknown')).id, 'accepted')
  expect(bridge.inputsOf('transcription.send').map(({ actionUrl }) => actionUrl)).toEqual([url, null])
})

test('stopped, it sends nothing more, however often it was started', async () => {
  stop = startOutbox()
  startOutbox()
  await reaches((await ask('night/a')).id, 'accepted')
  stop()
  const { hearsOf } = await listenBehind()
  const wantsToWork = vi.spyOn(useConnectivity, 'getState')
  const { id } = await ask('night/b')
  setOnline(false)
  setOnline(true)
  await hearsOf(id)
  expect(wantsToWork).not.toHaveBeenCalled()
  expect(sentIds()).not.toContain(id)
})
