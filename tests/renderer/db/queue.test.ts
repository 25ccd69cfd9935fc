import 'fake-indexeddb/auto'

import { beforeEach, expect, test } from 'vitest'
import { addNext, addToQueue, moveInQueue, queueRows, removeFromQueue } from '../../../renderer/db/queue.ts'
import { freshDatabase } from '../fresh-database.ts'

const order = async () => (await queueRows()).map(({ episodeId }) => episodeId).join(' ')

beforeEach(async () => {
  await freshDatabase()
  for (const id of ['p/a', 'p/b', 'p/c', 'p/d'] as const) await addToQueue(id)
})

test('adds at the end, once', async () => {
  await addToQueue('p/a')
  expect(await order()).toBe('p/a p/b p/c p/d')
})

test('adds at the front, also what was further behind', async () => {
  await addNext('p/e')
  await addNext('p/c')
  expect(await order()).toBe('p/c p/e p/a p/b p/d')
})

test('moves to any place, and past an end to that end', async () => {
  await moveInQueue('p/a', 2)
  expect(await order()).toBe('p/b p/c p/a p/d')
  await moveInQueue('p/d', -5)
  expect(await order()).toBe('p/d p/b p/c p/a')
  await moveInQueue('p/d', 99)
  expect(await order()).toBe('p/b p/c p/a p/d')
  await moveInQueue('p/unknown', 0)
  expect(await order()).toBe('p/b p/c p/a p/d')
})

test('keeps its order when one leaves and others come at the same time', async () => {
  await removeFromQueue('p/b')
  await Promise.all([addToQueue('p/e'), addToQueue('p/f'), addToQueue('p/e')])
  expect(await order()).toBe('p/a p/c p/d p/e p/f')
})
