import 'fake-indexeddb/auto'

import { beforeEach, expect, test } from 'vitest'
import { database } from '../../../renderer/db/database.ts'
import { type BroughtUp, bringUp, type ReadHome } from '../../../renderer/home/bring-up.ts'
import type { KeptChange } from '../../../shared/kept/change.ts'
import { failure, success } from '../../../shared/result.ts'
import { keptExamples } from '../../shared/kept/examples.ts'
import { freshDatabase } from '../fresh-database.ts'
import { notedChanges } from '../noted-changes.ts'

beforeEach(freshDatabase)

const { annotations, queue, settings } = keptExamples
const later = '2026-03-03T00:00:00.000Z'
const note = (at: number, body = 'As it was.', updatedAt = annotations.updatedAt): KeptChange => {
  const key = `0195a000-0000-7000-8000-${String(at).padStart(12, '0')}`
  return { ...annotations, key, updatedAt, row: { ...annotations.row, id: key, body, updatedAt } }
}
const gone = (change: KeptChange): KeptChange => ({ ...change, updatedAt: later, row: null })

/** A second home with an entry for each change, read three at a time. */
function homeOf(changes: readonly KeptChange[]): ReadHome {
  return async (after, cursor) => {
    const rest = changes.slice((after ?? 0) + Number(cursor ?? 0))
    const next = rest.length > 3 ? String(Number(cursor ?? 0) + 3) : null
    return success({ changes: rest.slice(0, 3), next, number: changes.length })
  }
}

async function brought(read: ReadHome, after: number | null): Promise<BroughtUp> {
  const result = await bringUp(read, after)
  if (!result.ok) throw new Error(result.problem.message)
  return result.value
}

test('an empty database is rebuilt from the whole of the second home', async () => {
  const home = [...Array.from({ length: 7 }, (_, at) => note(at)), queue, settings]
  const { merged, number, sent } = await brought(homeOf(home), null)
  expect(await database.annotations.count()).toBe(7)
  expect(merged.missing).toEqual(
    new Map([
      ['annotations', 7],
      ['queue', 1],
    ]),
  )
  expect({ number, sent }).toEqual({ number: 9, sent: 0 })
  expect(await notedChanges()).toEqual([])
})

test('one that is behind gets what came after, and sends nothing', async () => {
  await brought(homeOf([note(0)]), null)
  await database.annotations.put({ ...annotations.row, id: 'only here' })
  await notedChanges()
  const { merged, number, sent } = await brought(homeOf([note(0), note(1), gone(note(0))]), 1)
  expect(merged.missing.get('annotations')).toBe(1)
  expect(merged.deleted).toBe(1)
  expect({ number, sent }).toEqual({ number: 3, sent: 0 })
  expect(await notedChanges()).toEqual([])
})

test('a whole comparison puts back single rows, and sends what the second home lacks or has as it was', async () => {
  await brought(homeOf([note(0), note(1, 'Later here.', later), note(2), gone(note(3)), gone(queue)]), null)
  await database.audio.put({ ...keptExamples.audio.row, origin: 'page' })
  // What a damaged disk does: no transaction of ours.
  await database.transaction('rw', database.annotations, async () => {
    await database.annotations.delete(note(2).key)
    await database.tombstones.clear()
    await database.tombstones.put({ kind: 'queue', key: 'night/x', updatedAt: later, deletedAt: later })
  })
  await notedChanges()
  const { merged, sent } = await brought(homeOf([note(1), note(2), note(9)]), null)
  expect(merged.missing.get('annotations')).toBe(2)
  expect(await database.annotations.count()).toBe(4)
  const sentOnes = (await notedChanges()).flat()
  expect(sentOnes).toHaveLength(sent)
  expect(sentOnes).toEqual([
    note(1, 'Later here.', later),
    note(0),
    { kind: 'queue', key: 'night/x', updatedAt: later, row: null },
  ])
})

test('what agrees stays as it is, and nothing is sent', async () => {
  const home = [note(0), note(1), gone(queue)]
  await brought(homeOf(home), null)
  expect(await brought(homeOf(home), null)).toMatchObject({ sent: 0, merged: { deleted: 0, laterHere: [] } })
  expect(await notedChanges()).toEqual([])
})

test('a second home that cannot be read further is told; what was read is kept', async () => {
  const whole = homeOf([note(0), note(1), note(2), note(3)])
  const cut: ReadHome = async (after, cursor) =>
    cursor === null ? whole(after, cursor) : failure('file', 'It cannot be read.')
  expect(await bringUp(cut, null)).toEqual(failure('file', 'It cannot be read.'))
  expect(await database.annotations.count()).toBe(3)
})
