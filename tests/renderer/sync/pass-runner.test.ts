import 'fake-indexeddb/auto'

import Dexie from 'dexie'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { call } from '../../../renderer/bridge.ts'
import { database } from '../../../renderer/db/database.ts'
import { followPodcast } from '../../../renderer/db/podcasts.ts'
import { syncOf } from '../../../renderer/db/syncs.ts'
import { createPassRunner, type PassOrder } from '../../../renderer/sync/pass-runner.ts'
import type { PassMessage } from '../../../renderer/sync/worker/messages.ts'
import type { PassWorkerHearer } from '../../../renderer/sync/worker/open-worker.ts'
import { servePasses } from '../../../renderer/sync/worker/serve-passes.ts'
import { failure } from '../../../shared/result.ts'
import { type FakeBridge, fakeBridge } from '../fake-bridge.ts'
import { freshDatabase } from '../fresh-database.ts'
import { madeCatalogue, pullFrom } from '../made-catalogue.ts'
import { lookedUp, madePodcast } from '../made-episodes.ts'
import { storedIds } from '../stored-episodes.ts'

const pullNight = pullFrom(madeCatalogue('night', 25), 10)
const unanswered = new Promise<never>(() => {})
let bridge: FakeBridge

beforeEach(async () => {
  await freshDatabase()
  await followPodcast(lookedUp(madePodcast('night')), '2026-03-10T08:00:00.000Z')
  bridge = fakeBridge({ 'sync.pull': pullNight })
})

afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

/** A runner whose workers can be made to die or to hang; such a one does nothing and is heard of no more. */
function arrange(restMs = 60_000) {
  const reported: unknown[] = []
  const workers: { die: () => void; hang: () => void; closed: boolean; pings: number }[] = []

  function open({ hear, died }: PassWorkerHearer) {
    let alive = true
    const serve = servePasses((message) => alive && hear(message), call)
    const worker = {
      closed: false,
      pings: 0,
      die: () => {
        alive = false
        died(new Error(`worker ${workers.length} died`))
      },
      hang: () => {
        alive = false
      },
    }
    workers.push(worker)
    return {
      post: (message: PassMessage) => {
        if (message.kind === 'ping') worker.pings += 1
        if (alive) serve(message)
      },
      close: () => {
        alive = false
        worker.closed = true
      },
    }
  }
  const runner = createPassRunner({ open, report: (fault) => reported.push(fault), restMs })
  const read: number[] = []
  const stop = new AbortController()
  const order: PassOrder = {
    podcastSlug: 'night',
    serviceAddress: 'https://stenobird.com',
    showRead: (received) => read.push(received),
    stop: stop.signal,
  }
  return { runner, order, stop, read, reported, workers }
}

const cursorsAsked = () => bridge.inputsOf('sync.pull').map(({ cursor }) => cursor)

test('a pass whose worker dies goes on in another one, after the last page that was written', async () => {
  const { runner, order, workers, reported, read } = arrange()
  let deaths = 0
  bridge.answers['sync.pull'] = (request) => {
    if (request.cursor !== '10' || deaths === 2) return pullNight(request)
    deaths += 1
    queueMicrotask(() => workers.at(-1)?.die())
    return unanswered
  }
  expect(await runner.run(order)).toMatchObject({ ok: true, value: { receivedEpisodes: 25 } })
  expect(await storedIds()).toHaveLength(25)
  expect(cursorsAsked().slice(0, 5)).toEqual([null, '10', '10', '10', '20'])
  expect(reported).toHaveLength(2)
  expect(workers).toHaveLength(3)
  expect(read).toContain(20)
})

test('workers that die again and again before any page end the pass with a problem, and the next one runs', async () => {
  const { runner, order, workers, reported } = arrange()
  bridge.answers['sync.pull'] = () => {
    queueMicrotask(() => workers.at(-1)?.die())
    return unanswered
  }
  expect(await runner.run(order)).toMatchObject({ ok: false, problem: { code: 'internal' } })
  expect(reported.length).toBeLessThan(10)
  bridge.answers['sync.pull'] = pullNight
  expect(await runner.run(order)).toMatchObject({ ok: true })
})

/** So that hours go by at once. What waits is woken, not what is under way in the database. */
const holdTheClock = () => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
const minutes = (count: number) => vi.advanceTimersByTimeAsync(count * 60_000)

test('a worker that hangs is ended and its pass goes on in another one', async () => {
  holdTheClock()
  const { runner, order, workers, reported } = arrange()
  bridge.answers['sync.pull'] = (request) => {
    if (request.cursor !== '10' || workers.length > 1) return pullNight(request)
    workers[0]?.hang()
    return unanswered
  }
  const done = runner.run(order)
  await vi.waitFor(() => expect(cursorsAsked()).toContain('10'))
  await minutes(2)
  expect(workers[0]?.closed).toBe(true)
  expect(await done).toMatchObject({ ok: true, value: { receivedEpisodes: 25 } })
  expect(await storedIds()).toHaveLength(25)
  expect(workers).toHaveLength(2)
  expect(reported).toHaveLength(1)
})

test('a pass that stands still in a worker that is alive goes on in another one', async () => {
  holdTheClock()
  const { runner, order, workers, reported } = arrange()
  vi.spyOn(database.podcasts, 'get').mockReturnValueOnce(new Dexie.Promise(() => {}))
  const done = runner.run(order)
  await minutes(4)
  expect(await done).toMatchObject({ ok: true, value: { receivedEpisodes: 25 } })
  expect(workers.map(({ closed }) => closed)).toEqual([true, false])
  expect(reported).toHaveLength(1)
})

test('however long the service takes, the worker that waits for it is left alone', async () => {
  holdTheClock()
  const { runner, order, workers, reported } = arrange()
  const { promise: late, resolve: answer } = Promise.withResolvers<void>()
  bridge.answers['sync.pull'] = async (request) => {
    if (request.cursor === '10') await late
    return pullNight(request)
  }
  const done = runner.run(order)
  await vi.waitFor(() => expect(cursorsAsked()).toContain('10'))
  await minutes(600)
  expect(workers.map(({ closed }) => closed)).toEqual([false])
  answer()
  expect(await done).toMatchObject({ ok: true, value: { receivedEpisodes: 25 } })
  expect(reported).toEqual([])
})

test('stopped while its worker hangs, a pass ends as one that was stopped', async () => {
  holdTheClock()
  const { runner, order, stop, workers } = arrange()
  bridge.answers['sync.pull'] = () => unanswered
  const done = runner.run(order)
  await vi.waitFor(() => expect(cursorsAsked()).toHaveLength(1))
  workers[0]?.hang()
  stop.abort()
  await minutes(2)
  expect(await done).toMatchObject({ ok: false, problem: { code: 'cancelled' } })
})

test('a worker with nothing to do is asked nothing', async () => {
  holdTheClock()
  const { runner, order, workers } = arrange(24 * 3600_000)
  expect(await runner.run(order)).toMatchObject({ ok: true })
  const pings = workers[0]?.pings
  await minutes(600)
  expect(workers[0]?.pings).toBe(pings)
})

test('stopped, it takes back what it asked, and says so without calling it a problem', async () => {
  const { runner, order, stop } = arrange()
  bridge.answers['sync.pull'] = (request) => (request.cursor === '10' ? unanswered : pullNight(request))
  const done = runner.run(order)
  await vi.waitFor(() => expect(cursorsAsked()).toEqual([null, '10']))
  stop.abort()
  expect(bridge.cancelled()).toHaveLength(1)
  expect(await done).toMatchObject({ ok: false, problem: { code: 'cancelled' } })
  expect(await syncOf('night')).toMatchObject({ cursor: '10', lastProblem: null })
})

test('stopped before it began, it opens no worker', async () => {
  const { runner, order, stop, workers } = arrange()
  stop.abort()
  expect(await runner.run(order)).toMatchObject({ ok: false, problem: { code: 'cancelled' } })
  expect(workers).toEqual([])
})

test('a bug in a pass is reported, and the person is told', async () => {
  const { runner, order, reported } = arrange()
  const bug = (): never => {
    throw new TypeError('a bug')
  }
  database.syncs.hook('updating', bug)
  try {
    expect(await runner.run(order)).toMatchObject({ ok: false, problem: { code: 'internal' } })
  } finally {
    database.syncs.hook('updating').unsubscribe(bug)
  }
  expect(reported).toHaveLength(1)
})

test('a worker with nothing left to do is let go, and the next pass opens another', async () => {
  const { runner, order, workers } = arrange(5)
  bridge.answers['sync.pull'] = () => failure('unreachable', 'No network.')
  await runner.run(order)
  await vi.waitFor(() => expect(workers[0]?.closed).toBe(true))
  await runner.run(order)
  expect(workers).toHaveLength(2)
})
