import 'fake-indexeddb/auto'

import { beforeEach, describe, expect, test } from 'vitest'
import { database } from '../../../renderer/db/database.ts'
import { mergeChanges, nothingMerged } from '../../../renderer/db/merge-changes.ts'
import {
  addAtEnd,
  addInFront,
  addToQueue,
  moveInQueue,
  putBackInQueue,
  queueRows,
  removeFromQueue,
  takePlayedOut,
} from '../../../renderer/db/queue.ts'
import { understoodChange } from '../../../shared/kept/rows.ts'
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
  await addInFront([{ episodeId: 'p/e', part: null }])
  await addInFront([{ episodeId: 'p/c', part: null }])
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

describe('chapters of an episode', () => {
  const [early, middle, late] = [60, 475, 800].map((startSeconds) => ({
    startSeconds,
    title: `At ${startSeconds}`,
  }))
  if (early === undefined || middle === undefined || late === undefined) throw new Error('There are three.')
  const partOf = async (id: string) => (await queueRows()).find(({ episodeId }) => episodeId === id)?.chapters

  test('wait at the end, beside whole episodes, as the order of their wishes is', async () => {
    await addAtEnd([
      { episodeId: 'p/f', part: [middle] },
      { episodeId: 'p/e', part: [early, late] },
    ])
    expect(await order()).toBe('p/a p/b p/c p/d p/f p/e')
    expect(await partOf('p/e')).toEqual([early, late])
    expect(await partOf('p/a')).toBeUndefined()
  })

  test('join others of the same episode that wait, at their place and in order, each once', async () => {
    await addAtEnd([{ episodeId: 'p/e', part: [late, early] }])
    await addToQueue('p/f')
    await addAtEnd([{ episodeId: 'p/e', part: [middle, { ...late, title: 'Reworded' }] }])
    expect(await order()).toBe('p/a p/b p/c p/d p/e p/f')
    expect(await partOf('p/e')).toEqual([early, middle, late])
  })

  test('are a part of an episode that waits whole, and one that is added whole is whole', async () => {
    await addAtEnd([{ episodeId: 'p/b', part: [early] }])
    expect(await partOf('p/b')).toBeUndefined()
    await addAtEnd([{ episodeId: 'p/e', part: [early] }])
    await addToQueue('p/e')
    expect(await partOf('p/e')).toBeUndefined()
  })

  test('come to the front together, and leave what waits whole at its place', async () => {
    await addAtEnd([{ episodeId: 'p/e', part: [late] }])
    await addInFront([
      { episodeId: 'p/f', part: [middle] },
      { episodeId: 'p/b', part: [early] },
      { episodeId: 'p/e', part: [early] },
    ])
    expect(await order()).toBe('p/f p/e p/a p/b p/c p/d')
    expect(await partOf('p/e')).toEqual([early, late])
    expect(await partOf('p/b')).toBeUndefined()
  })

  test('leave when they were played, and nothing else of the episode does', async () => {
    await addAtEnd([{ episodeId: 'p/e', part: [early, late] }])
    await takePlayedOut('p/e', [early])
    expect(await partOf('p/e')).toEqual([late])
    await takePlayedOut('p/e', [early, late])
    await takePlayedOut('p/b', [early])
    expect(await order()).toBe('p/a p/b p/c p/d')
    await takePlayedOut('p/b', null)
    expect(await order()).toBe('p/a p/c p/d')
  })

  test('keep their place and their row’s other fields when they are moved', async () => {
    await addAtEnd([{ episodeId: 'p/e', part: [early] }])
    await moveInQueue('p/e', ['p/a'])
    expect(await order()).toBe('p/e p/a p/b p/c p/d')
    expect(await partOf('p/e')).toEqual([early])
  })

  test('are understood in the second home, as rows of older versions without them are', () => {
    const updatedAt = '2026-03-02T09:30:00.125Z'
    const row = { episodeId: 'p/e', position: 0, createdAt: updatedAt, updatedAt }
    const change = { kind: 'queue' as const, key: 'p/e', updatedAt, row }
    expect(understoodChange(change)?.row).toEqual(row)
    expect(understoodChange({ ...change, row: { ...row, chapters: [early] } })?.row).toEqual({
      ...row,
      chapters: [early],
    })
    expect(understoodChange({ ...change, row: { ...row, chapters: [] } })).toBeNull()
    expect(
      understoodChange({ ...change, row: { ...row, chapters: [{ startSeconds: -1, title: '' }] } }),
    ).toBeNull()
  })

  test('come from another computer with their row, and go with it', async () => {
    const updatedAt = '2031-03-02T09:30:00.125Z'
    const row = { episodeId: 'p/a', position: 0, chapters: [late], createdAt: updatedAt, updatedAt }
    await mergeChanges([{ kind: 'queue', key: 'p/a', updatedAt, row }], nothingMerged())
    expect(await partOf('p/a')).toEqual([late])
  })
})
