import { expect, test } from 'vitest'
import { type AbsenceCause, createReachability } from '../../../electron/net/reachability.ts'
import { handTimers } from '../hand-timers.ts'
import { closedPort, serve } from '../local-server.ts'
import { testFetcher } from '../test-fetcher.ts'

async function arrange() {
  const timers = handTimers()
  const fetcher = testFetcher()
  const answering = await serve((_request, response) => response.writeHead(404).end())
  const silent = `http://127.0.0.1:${await closedPort()}`
  const changes: boolean[] = []
  const causes: AbsenceCause[] = []
  let systemOnline = true
  let base = silent
  const reachability = createReachability({
    fetcher,
    apiBaseUrl: () => base,
    changed: (reachable, cause) => {
      changes.push(reachable)
      causes.push(cause)
    },
    systemOnline: () => systemOnline,
    timers,
    random: () => 1,
  })
  /** How long each of the next probes is waited for; none of them is answered. */
  async function nextWaits(count: number): Promise<number[]> {
    const waits: number[] = []
    while (waits.length < count) {
      await expect.poll(() => timers.waiting().length).toBe(1)
      const [wait = 0] = timers.waiting()
      waits.push(wait)
      timers.advance(wait)
    }
    await expect.poll(() => timers.waiting().length).toBe(1)
    return waits
  }
  return {
    timers,
    fetcher,
    answering,
    silent,
    changes,
    causes,
    reachability,
    nextWaits,
    moveTo: (url: string) => (base = url),
    unplug: () => (systemOnline = false),
  }
}

test('learns from a request that nothing answers, and tells once', async () => {
  const { fetcher, silent, changes, reachability } = await arrange()
  await fetcher.request({ url: `${silent}/a` })
  await fetcher.request({ url: `${silent}/b` })
  expect(changes).toEqual([false])
  expect(reachability.reachable()).toBe(false)
})

test('takes any HTTP answer as a sign of life', async () => {
  const { fetcher, silent, answering, changes, moveTo } = await arrange()
  await fetcher.request({ url: silent })
  moveTo(answering.origin)
  await fetcher.request({ url: `${answering.origin}/missing` })
  expect(changes).toEqual([false, true])
})

test('does not care about other hosts', async () => {
  const { fetcher, silent, answering, changes, moveTo } = await arrange()
  moveTo(answering.origin)
  await fetcher.request({ url: silent })
  expect(changes).toEqual([])
})

test('without a network it asks again by itself, ever more slowly, and stops once the service answers', async () => {
  const { fetcher, silent, answering, changes, causes, timers, moveTo, unplug, nextWaits } = await arrange()
  expect(timers.waiting()).toEqual([])
  unplug()
  await fetcher.request({ url: silent })
  expect(await nextWaits(6)).toEqual([2000, 4000, 8000, 16_000, 30_000, 30_000])
  moveTo(answering.origin)
  timers.advance(30_000)
  await expect.poll(() => changes).toEqual([false, true])
  expect(causes).toEqual(['no-network', 'no-network'])
  expect(answering.requests).toEqual(['HEAD /'])
  expect(timers.waiting()).toEqual([])
})

test('a silent service is asked seldom, since every installation asks it', async () => {
  const { fetcher, silent, causes, nextWaits } = await arrange()
  await fetcher.request({ url: silent })
  expect(await nextWaits(6)).toEqual([5000, 20_000, 80_000, 320_000, 1_280_000, 1_800_000])
  expect(causes).toEqual(['silent-service'])
})

test('an absence that turns out to be our own is one, and is asked about quickly again', async () => {
  const { fetcher, silent, answering, causes, timers, moveTo, unplug, nextWaits } = await arrange()
  await fetcher.request({ url: silent })
  await nextWaits(3)
  unplug()
  await fetcher.request({ url: silent })
  expect(timers.waiting()).toEqual([2000])
  moveTo(answering.origin)
  timers.advance(2000)
  await expect.poll(() => causes).toEqual(['silent-service', 'no-network'])
})

test('asks at once when told to, and only once for two askers', async () => {
  const { answering, reachability, moveTo } = await arrange()
  moveTo(answering.origin)
  expect(await Promise.all([reachability.check(), reachability.check()])).toEqual([true, true])
  expect(answering.requests).toHaveLength(1)
})

test('says no when it is told to ask and nothing answers', async () => {
  const { reachability, changes } = await arrange()
  expect(await reachability.check()).toBe(false)
  expect(changes).toEqual([false])
})

test('does nothing any more once stopped', async () => {
  const { fetcher, silent, changes, timers, reachability } = await arrange()
  await fetcher.request({ url: silent })
  reachability.stop()
  expect(timers.waiting()).toEqual([])
  await fetcher.request({ url: silent })
  expect(changes).toEqual([false])
})
