import 'fake-indexeddb/auto'

import { beforeEach, expect, test } from 'vitest'
import { database } from '../../../renderer/db/database.ts'
import {
  addNext,
  addToQueue,
  moveInQueue,
  putBackInQueue,
  queueRows,
  removeFromQueue,
} from '../../../renderer/db/queue.ts'
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

test('moves to before the one it was let go at, or to the end', async () => {
  await moveInQueue('p/a', ['p/d'])
  expect(await order()).toBe('p/b p/c p/a p/d')
  await moveInQueue('p/d', ['p/b', 'p/c', 'p/a'])
  expect(await order()).toBe('p/d p/b p/c p/a')
  await moveInQueue('p/d', [])
  expect(await order()).toBe('p/b p/c p/a p/d')
})

test('moves among what is there when others came and left meanwhile, and loses none', async () => {
  // Let go between b and c, while b and c left and e came.
  await Promise.all([removeFromQueue('p/b'), removeFromQueue('p/c'), addToQueue('p/e')])
  await moveInQueue('p/a', ['p/c', 'p/d'])
  expect(await order()).toBe('p/a p/d p/e')
  await moveInQueue('p/a', [])
  expect(await order()).toBe('p/d p/e p/a')
})

test('does not bring back one that left while it was moved', async () => {
  await removeFromQueue('p/a')
  await moveInQueue('p/a', ['p/c'])
  expect(await order()).toBe('p/b p/c p/d')
})

test('puts one back where it was taken out, once', async () => {
  const [, taken] = await queueRows()
  if (taken === undefined) throw new Error('Four were added.')
  await removeFromQueue('p/b')
  await putBackInQueue(taken, ['p/c', 'p/d'])
  await putBackInQueue(taken, [])
  expect(await order()).toBe('p/a p/b p/c p/d')
})

test('keeps what else is in a row when its place changes', async () => {
  const newer = { episodeId: 'p/a', position: 0, ofANewerVersion: true } as const
  await database.queue.put(newer)
  await moveInQueue('p/a', [])
  expect(await database.queue.get('p/a')).toMatchObject({ position: 3, ofANewerVersion: true })
})

test('keeps its order when one leaves and others come at the same time', async () => {
  await removeFromQueue('p/b')
  await Promise.all([addToQueue('p/e'), addToQueue('p/f'), addToQueue('p/e')])
  expect(await order()).toBe('p/a p/c p/d p/e p/f')
})
