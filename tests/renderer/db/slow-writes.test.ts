import 'fake-indexeddb/auto'

import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { database } from '../../../renderer/db/database.ts'
import { remember } from '../../../renderer/db/memory.ts'
import { onSlowWrites } from '../../../renderer/db/slow-writes.ts'
import { freshDatabase } from '../fresh-database.ts'

const { queue } = database
const waiting = { episodeId: 'night/a', position: 0 } as const
let heard: boolean[] = []

beforeEach(async () => {
  await freshDatabase()
  heard = []
  onTestFinished(onSlowWrites((areSlow) => heard.push(areSlow)))
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})
afterEach(() => {
  vi.useRealTimers()
})

/** A write that is not over before `end` is called, as on a disk that does not answer. */
function silentWrite(): { end: (fail?: Error) => void; over: Promise<unknown> } {
  const { promise, resolve } = Promise.withResolvers<Error | undefined>()
  let isOver = false
  void promise.then(() => {
    isOver = true
  })
  const over = database.transaction('rw', queue, async () => {
    await queue.put(waiting)
    while (!isOver) await queue.get('night/a')
    const error = await promise
    if (error !== undefined) throw error
  })
  return { end: resolve, over }
}

test('a write that takes longer than two seconds is told, and told again when it is over', async () => {
  const { end, over } = silentWrite()
  await vi.waitUntil(() => vi.getTimerCount() > 0, { interval: 0 })
  await vi.advanceTimersByTimeAsync(1999)
  expect(heard).toEqual([])
  await vi.advanceTimersByTimeAsync(1)
  expect(heard).toEqual([true])
  end()
  await over
  expect(heard).toEqual([true, false])
})

test('one that is broken off is over as well', async () => {
  const { end, over } = silentWrite()
  await vi.waitUntil(() => vi.getTimerCount() > 0, { interval: 0 })
  await vi.advanceTimersByTimeAsync(2000)
  end(new Error('given up'))
  await expect(over).rejects.toThrow('given up')
  await vi.waitFor(() => expect(heard).toEqual([true, false]))
})

test('a write that is over in time is not told, nor is what is not the person’s', async () => {
  await queue.put(waiting)
  await remember('shown', 1)
  await vi.advanceTimersByTimeAsync(5000)
  expect(heard).toEqual([])
})
