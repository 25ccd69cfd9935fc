import 'fake-indexeddb/auto'

import Dexie from 'dexie'
import { beforeEach, expect, test, vi } from 'vitest'
import { database } from '../../../renderer/db/database.ts'
import { followRows } from '../../../renderer/db/follow-rows.ts'
import type { QueueRow } from '../../../renderer/db/rows.ts'
import { freshDatabase } from '../fresh-database.ts'

const { queue } = database

beforeEach(freshDatabase)

function followed() {
  const rows = followRows(queue, 3)
  const held = new Map<string, QueueRow>()
  async function catchUp(): Promise<string[]> {
    const read: string[] = []
    await rows.catchUp((key, row) => {
      read.push(key)
      if (row === undefined) held.delete(key)
      else held.set(key, row)
    })
    return read.sort()
  }
  return { rows, held, catchUp }
}

const rowOf = (slug: string, position = 0): QueueRow => ({ episodeId: `night/${slug}`, position })

test('reads everything at first, then only what was written', async () => {
  await queue.bulkPut(['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((slug) => rowOf(slug)))
  const { held, catchUp } = followed()
  expect(await catchUp()).toHaveLength(7)
  expect(await catchUp()).toEqual([])
  await queue.put(rowOf('c', 5))
  await queue.put(rowOf('new'))
  expect(await catchUp()).toEqual(['night/c', 'night/new'])
  expect(held.get('night/c')).toMatchObject(rowOf('c', 5))
  expect(held.size).toBe(8)
})

test('reads all at once at first where that is wanted, gives them once it may, and follows them from then on', async () => {
  await queue.bulkPut(['a', 'b', 'c', 'd'].map((slug) => rowOf(slug)))
  const rows = followRows(queue, 3, undefined, true)
  const given: [string, number | undefined][] = []
  const take = (key: string, row: QueueRow | undefined): void => void given.push([key, row?.position])
  const { promise, resolve } = Promise.withResolvers<void>()
  const read = rows.catchUp(take, promise)
  await queue.count()
  expect(given).toEqual([])
  resolve()
  await read
  expect(given.map(([key]) => key)).toEqual(['night/a', 'night/b', 'night/c', 'night/d'])
  given.length = 0
  await queue.put(rowOf('c', 5))
  await queue.delete('night/a')
  await rows.catchUp(take)
  expect(given.sort()).toEqual([
    ['night/a', undefined],
    ['night/c', 5],
  ])
})

test('tells of rows that are gone, by their keys or with a range of keys', async () => {
  await queue.bulkPut(['a', 'b', 'c', 'd'].map((slug) => rowOf(slug)))
  const { held, catchUp } = followed()
  await catchUp()
  await queue.delete('night/a')
  expect(await catchUp()).toEqual(['night/a'])
  await queue.where(':id').between('night/b', 'night/c', true, true).delete()
  await catchUp()
  expect([...held.keys()]).toEqual(['night/d'])
  await queue.clear()
  await catchUp()
  expect(held.size).toBe(0)
})

test('reads as many rows as there are when so many were written that no keys are told', async () => {
  const { held, catchUp } = followed()
  await catchUp()
  await queue.bulkPut(Array.from({ length: 120 }, (_, at) => rowOf(String(at))))
  await catchUp()
  expect(held.size).toBe(120)
})

test('hears of what another connection wrote, of which only plain ranges arrive', async () => {
  await queue.bulkPut(['a', 'b'].map((slug) => rowOf(slug)))
  const { rows, held, catchUp } = followed()
  await catchUp()
  const hear = vi.fn()
  const stop = rows.onChange(hear)
  await writeFromElsewhere(rowOf('b', 9))
  // As Dexie tells it from a worker or another window.
  const channel = new BroadcastChannel('x-storagemutated-1')
  channel.postMessage({ 'idb://earmark/queue/': { from: 'night/b', to: 'night/b', d: 1 } })
  await vi.waitFor(() => expect(hear).toHaveBeenCalled(), { timeout: 10_000 })
  channel.close()
  stop()
  expect(await catchUp()).toEqual(['night/b'])
  expect(held.get('night/b')?.position).toBe(9)
})

test('what could not be read is read the next time', async () => {
  await queue.put(rowOf('a'))
  const { catchUp } = followed()
  database.close()
  await expect(catchUp()).rejects.toThrow(Dexie.DatabaseClosedError)
  await database.open()
  expect(await catchUp()).toEqual(['night/a'])
})

test('what changes during a read is read after it', async () => {
  await queue.bulkPut(['a', 'b'].map((slug) => rowOf(slug)))
  const { rows, catchUp } = followed()
  let writing: Promise<unknown> | undefined
  await rows.catchUp(() => {
    writing ??= queue.put(rowOf('a', 3))
  })
  await writing
  expect(await catchUp()).toEqual(['night/a'])
})

/** By a connection that Dexie knows nothing of. */
async function writeFromElsewhere(row: QueueRow): Promise<void> {
  const opening = indexedDB.open(database.name)
  await new Promise((resolve) => {
    opening.onsuccess = resolve
  })
  const transaction = opening.result.transaction('queue', 'readwrite')
  transaction.objectStore('queue').put(row)
  await new Promise((resolve) => {
    transaction.oncomplete = resolve
  })
  opening.result.close()
}
