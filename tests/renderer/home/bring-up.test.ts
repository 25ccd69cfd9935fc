import 'fake-indexeddb/auto'

import { beforeEach, expect, test } from 'vitest'
import { database } from '../../../renderer/db/database.ts'
import { type BroughtUp, bringUp, type ReadHome } from '../../../renderer/home/bring-up.ts'
import type { KeptChange } from '../../../shared/kept/change.ts'
import { failure } from '../../../shared/result.ts'
import { keptExamples } from '../../shared/kept/examples.ts'
import { freshDatabase } from '../fresh-database.ts'
import { notedChanges } from '../noted-changes.ts'
import { homeOf, madeNote } from './made-home.ts'

beforeEach(freshDatabase)

const { annotations, queue, settings } = keptExamples
const later = '2026-03-03T00:00:00.000Z'
const gone = (change: KeptChange): KeptChange => ({ ...change, updatedAt: later, row: null })

async function brought(read: ReadHome, after: number | null): Promise<BroughtUp> {
  const result = await bringUp(read, after)
  if (!result.ok) throw new Error(result.problem.message)
  return result.value
}

test('an empty database is rebuilt from the whole of the second home', async () => {
  const home = [...Array.from({ length: 7 }, (_, at) => madeNote(at)), queue, settings]
  const { missing, number, sent } = await brought(homeOf(home), null)
  expect(await database.annotations.count()).toBe(7)
  expect(missing).toEqual(
    new Map([
      ['annotations', 7],
      ['queue', 1],
    ]),
  )
  expect({ number, sent }).toEqual({ number: 9, sent: 0 })
  expect(await notedChanges()).toEqual([])
})

test('one that is behind gets what came after, and sends nothing', async () => {
  await brought(homeOf([madeNote(0)]), null)
  await database.annotations.put({ ...annotations.row, id: 'only here' })
  await notedChanges()
  const { missing, deleted, number, sent } = await brought(
    homeOf([madeNote(0), madeNote(1), gone(madeNote(0))]),
    1,
  )
  expect(missing.get('annotations')).toBe(1)
  expect(deleted).toBe(1)
  expect({ number, sent }).toEqual({ number: 3, sent: 0 })
  expect(await notedChanges()).toEqual([])
})

test('a whole comparison puts back single rows, and sends what the second home lacks or has as it was', async () => {
  await brought(
    homeOf([madeNote(0), madeNote(1, 'Later here.', later), madeNote(2), gone(madeNote(3)), gone(queue)]),
    null,
  )
  await database.audio.put({ ...keptExamples.audio.row, origin: 'page' })
  // What a damaged disk does: no transaction of ours.
  await database.transaction('rw', database.annotations, async () => {
    await database.annotations.delete(madeNote(2).key)
    await database.tombstones.clear()
    await database.tombstones.put({ kind: 'queue', key: 'night/x', updatedAt: later, deletedAt: later })
  })
  await notedChanges()
  const { missing, sent } = await brought(homeOf([madeNote(1), madeNote(2), madeNote(9)]), null)
  expect(missing.get('annotations')).toBe(2)
  expect(await database.annotations.count()).toBe(4)
  const sentOnes = (await notedChanges()).flat()
  expect(sentOnes).toHaveLength(sent)
  expect(sentOnes).toEqual([
    madeNote(1, 'Later here.', later),
    madeNote(0),
    { kind: 'queue', key: 'night/x', updatedAt: later, row: null },
  ])
})

test('what agrees stays as it is, and nothing is sent', async () => {
  const home = [madeNote(0), madeNote(1), gone(queue)]
  await brought(homeOf(home), null)
  expect(await brought(homeOf(home), null)).toMatchObject({ sent: 0, deleted: 0 })
  expect(await notedChanges()).toEqual([])
})

test('a second home that cannot be read further is told; what was read is kept', async () => {
  const whole = homeOf([madeNote(0), madeNote(1), madeNote(2), madeNote(3)])
  const cut: ReadHome = async (after, cursor) =>
    cursor === null ? whole(after, cursor) : failure('file', 'It cannot be read.')
  expect(await bringUp(cut, null)).toEqual(failure('file', 'It cannot be read.'))
  expect(await database.annotations.count()).toBe(3)
})
