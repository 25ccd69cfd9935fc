import { expect, test } from 'vitest'
import { createReachability } from '../../../electron/net/reachability.ts'
import { handTimers } from '../hand-timers.ts'
import { closedPort, serve } from '../local-server.ts'
import { testFetcher } from '../test-fetcher.ts'

async function arrange() {
  const timers = handTimers()
  const fetcher = testFetcher()
  const answering = await serve((_request, response) => response.writeHead(404).end())
  const silent = `http://127.0.0.1:${await closedPort()}`
  const changes: boolean[] = []
  let base = silent
  const reachability = createReachability({
    fetcher,
    apiBaseUrl: () => base,
    changed: (reachable) => changes.push(reachable),
    timers,
    random: () => 1,
  })
  return { timers, fetcher, answering, silent, changes, reachability, moveTo: (url: string) => (base = url) }
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

test('asks again by itself while the service is away, ever more slowly, and stops once it is back', async () => {
  const { fetcher, silent, answering, changes, timers, moveTo } = await arrange()
  expect(timers.waiting()).toEqual([])
  await fetcher.request({ url: silent })
  const waits: number[] = []
  for (let probe = 0; probe < 6; probe += 1) {
    await expect.poll(() => timers.waiting().length).toBe(1)
    const [wait = 0] = timers.waiting()
    waits.push(wait)
    timers.advance(wait)
  }
  expect(waits).toEqual([2000, 4000, 8000, 16_000, 30_000, 30_000])
  await expect.poll(() => timers.waiting().length).toBe(1)
  moveTo(answering.origin)
  timers.advance(30_000)
  await expect.poll(() => changes).toEqual([false, true])
  expect(answering.requests).toEqual(['HEAD /'])
  expect(timers.waiting()).toEqual([])
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
