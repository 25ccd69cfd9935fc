import 'fake-indexeddb/auto'

import { beforeEach, expect, test } from 'vitest'
import { database } from '../../../renderer/db/database.ts'
import { mergeChanges, nothingMerged } from '../../../renderer/db/merge-changes.ts'
import { type TurnedRow, turnBack } from '../../../renderer/db/turn-back.ts'
import { keptExamples } from '../../shared/kept/examples.ts'
import { freshDatabase } from '../fresh-database.ts'
import { notedChanges } from '../noted-changes.ts'

beforeEach(freshDatabase)

const { annotations, queue, listening } = keptExamples
/** The clock of the machine that wrote it was ahead. */
const future = '2099-01-01T00:00:00.000Z'
const noteNow = () => database.annotations.get(annotations.key)

async function here(...changes: Parameters<typeof mergeChanges>[0][]): Promise<void> {
  for (const change of changes) await mergeChanges(change, nothingMerged())
}

const undone = (turned: readonly TurnedRow[]) =>
  turnBack(
    turned.map(({ kind, before, after }) => ({
      kind,
      key: after.key,
      row: typeof before?.row === 'object' ? before.row : null,
      ifUpdatedAt: after.updatedAt,
    })),
  )

test('a row is as it was, with a stamp later than every other, and on its way to the second home', async () => {
  const changed = { ...annotations.row, body: 'As it is', updatedAt: future }
  await here([{ ...annotations, updatedAt: future, row: changed }])
  const [turned] = await turnBack([{ kind: 'annotations', key: annotations.key, row: annotations.row }])
  expect(await noteNow()).toEqual({ ...annotations.row, updatedAt: '2099-01-01T00:00:00.001Z' })
  expect(await notedChanges()).toEqual([[turned?.after]])
})

test('a note that is not to be there is marked as deleted, another row goes and leaves a tombstone', async () => {
  await here([annotations, queue])
  await turnBack([
    { kind: 'annotations', key: annotations.key, row: null },
    { kind: 'queue', key: queue.key, row: null },
  ])
  expect((await noteNow())?.deletedAt).not.toBeNull()
  expect(await database.queue.count()).toBe(0)
  expect(await database.tombstones.count()).toBe(1)
  expect((await notedChanges()).flat()).toHaveLength(2)
})

test('it can be undone, but for what was changed since', async () => {
  await here([annotations, listening])
  const turned = await turnBack([
    { kind: 'annotations', key: annotations.key, row: null },
    { kind: 'listening', key: listening.key, row: { ...listening.row, positionSeconds: 5 } },
    { kind: 'queue', key: queue.key, row: queue.row },
  ])
  await database.listening.update(listening.row.episodeId, { positionSeconds: 99 })
  expect(await undone(turned)).toHaveLength(2)
  expect(await noteNow()).toMatchObject({ body: annotations.row.body, deletedAt: null })
  expect((await database.listening.get(listening.row.episodeId))?.positionSeconds).toBe(99)
  expect(await database.queue.count()).toBe(0)
})

test('a row that was deleted comes back, and its tombstone goes', async () => {
  await here([queue], [{ ...queue, updatedAt: future, row: null }])
  await turnBack([{ kind: 'queue', key: queue.key, row: queue.row }])
  expect(await database.queue.get(queue.row.episodeId)).toMatchObject({ position: 0 })
  expect(await database.tombstones.count()).toBe(0)
})

test('a request that makes room for one that is brought back is told of, so that it can be turned back as well', async () => {
  const { requests } = keptExamples
  const id = '0195a000-0000-7000-8000-00000000000f'
  const mine = { ...requests, key: id, row: { ...requests.row, id } }
  await mergeChanges([mine], nothingMerged())
  const turned = await turnBack([{ kind: 'requests', key: requests.key, row: requests.row }])
  expect(turned).toMatchObject([
    { before: null, after: { key: requests.key } },
    { before: mine, after: { key: id, row: null } },
  ])
})
