import 'fake-indexeddb/auto'

import fc from 'fast-check'
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { database } from '../../../renderer/db/database.ts'
import { type Merged, mergeChanges, nothingMerged } from '../../../renderer/db/merge-changes.ts'
import type { KeptChange } from '../../../shared/kept/change.ts'
import { keptExamples } from '../../shared/kept/examples.ts'
import { freshDatabase } from '../fresh-database.ts'
import { notedChanges } from '../noted-changes.ts'
import { madeRequest } from '../outbox/made-request.ts'
import { everyRow } from '../stored-episodes.ts'

beforeEach(freshDatabase)

const { settings, ...ofTables } = keptExamples
const examples: KeptChange[] = Object.values(ofTables)
const { annotations, queue, audio, drafts } = ofTables
const later = '2026-03-03T00:00:00.000Z'
const earlier = '2026-03-01T12:00:00.000Z'
const gone = (change: KeptChange, updatedAt: string): KeptChange => ({ ...change, updatedAt, row: null })
const noteSaying = (body: string, updatedAt: string): KeptChange => ({
  ...annotations,
  updatedAt,
  row: { ...annotations.row, body, updatedAt },
})

async function merge(...changes: KeptChange[]): Promise<Merged> {
  const merged = nothingMerged()
  await mergeChanges(changes, merged)
  return merged
}

test('an empty database gets every row as it was, and nothing of it is sent back', async () => {
  const merged = await merge(...examples, settings)
  for (const { kind, row } of examples) expect(await database.table(kind).toArray()).toEqual([row])
  expect(merged).toMatchObject({ deleted: 0, notUnderstood: [], laterHere: [] })
  expect([...merged.missing]).toEqual(examples.map(({ kind }) => [kind, 1]))
  expect(merged.older.size).toBe(0)
  expect(await notedChanges()).toEqual([])
})

test('merging twice is merging once', async () => {
  const changes = [...examples, gone({ ...queue, key: 'night/gone' }, later)]
  await merge(...changes)
  const before = await everyRow()
  expect(await merge(...changes)).toEqual(nothingMerged())
  expect(await everyRow()).toEqual(before)
})

test('what was changed last holds, wherever it is', async () => {
  await merge(noteSaying('Here.', earlier))
  expect((await merge(noteSaying('Later.', later))).older.get('annotations')).toBe(1)
  const merged = await merge(noteSaying('Earlier.', earlier))
  expect(merged).toMatchObject({ laterHere: [noteSaying('Later.', later)] })
  expect(merged.older.size).toBe(0)
  expect(await database.annotations.get(annotations.key)).toMatchObject({ body: 'Later.' })
})

test('a deletion takes the row away, and gives way to what was written later', async () => {
  await merge(queue)
  expect(await merge(gone(queue, later))).toMatchObject({ deleted: 1 })
  expect(await database.queue.count()).toBe(0)
  expect(await merge(queue)).toMatchObject({ laterHere: [gone(queue, later)] })
  const again = '2026-03-04T00:00:00.000Z'
  await merge({ ...queue, updatedAt: again, row: { ...queue.row, updatedAt: again } })
  expect(await database.queue.count()).toBe(1)
  expect(await database.tombstones.count()).toBe(0)
})

test('what was put back is stamped after what was merged', async () => {
  await merge(gone(queue, '2099-01-01T00:00:00.000Z'))
  await database.queue.put({ episodeId: queue.row.episodeId, position: 0 })
  expect(await notedChanges()).toMatchObject([[{ updatedAt: '2099-01-01T00:00:00.001Z' }]])
})

test('audio that Earmark found gives way to the person’s, and stays when that was deleted', async () => {
  const found = { ...audio.row, origin: 'page' } as const
  await database.audio.put(found)
  await merge(gone(audio, earlier))
  expect(await database.audio.toArray()).toMatchObject([{ origin: 'page' }])
  await merge(audio)
  expect(await database.audio.toArray()).toEqual([audio.row])
})

test('a deleted note that comes back as deleted is no note that was lost', async () => {
  const deleted = { ...annotations, row: { ...annotations.row, deletedAt: annotations.updatedAt } }
  expect((await merge(deleted)).missing.size).toBe(0)
  expect(await database.annotations.count()).toBe(1)
})

test('what this version cannot use is told and left where it is; the rest is merged', async () => {
  const strange = { ...queue, key: 'night/strange', row: { ...queue.row, position: 'first' } }
  const otherwise = { ...queue, updatedAt: later }
  const merged = await merge(strange, otherwise, annotations)
  expect(merged.notUnderstood).toEqual([strange, otherwise])
  expect(await database.queue.count()).toBe(0)
  expect(await database.annotations.count()).toBe(1)
})

test.each([
  ['many rows', 1000, '', 4],
  ['rows of half a megabyte', 9, 'x'.repeat(500_000), 3],
])('%s come in transactions of moderate size, all of them', async (_, count, text, transactions) => {
  const many = Array.from({ length: count }, (_, at): KeptChange => {
    const key = String(at)
    return { ...drafts, key, row: { ...drafts.row, key, text } }
  })
  const begun = vi.spyOn(IDBDatabase.prototype, 'transaction')
  onTestFinished(() => begun.mockRestore())
  // Dexie takes hold of it when it opens a database.
  await freshDatabase()
  begun.mockClear()
  const merged = await merge(...many)
  expect(writing(begun.mock.calls)).toBe(transactions)
  expect(merged.missing.get('drafts')).toBe(count)
  expect(await database.drafts.count()).toBe(count)
})

test('what is here already is found out without a transaction that writes, for which a key stroke would wait', async () => {
  const begun = vi.spyOn(IDBDatabase.prototype, 'transaction')
  onTestFinished(() => begun.mockRestore())
  await freshDatabase()
  await merge(...examples)
  begun.mockClear()
  await merge(...examples)
  expect(writing(begun.mock.calls)).toBe(0)
})

const writing = (calls: Parameters<IDBDatabase['transaction']>[]): number =>
  calls.filter(([, mode]) => mode === 'readwrite').length

const first = '0190a0b0-0000-7000-8000-000000000001'
const second = '0190a0b0-0000-7000-8000-000000000002'
const requested = (id: string, change: Parameters<typeof madeRequest>[0] = {}): KeptChange => {
  const row = madeRequest({ id, ...change })
  return { kind: 'requests', key: id, updatedAt: row.updatedAt, row }
}

test('of two requests for one episode the one made first stays, whichever is merged first', async () => {
  const [staying, leaving] = [requested(first, { state: 'cancelled' }), requested(second)]
  for (const order of [
    [leaving, staying],
    [staying, leaving],
  ]) {
    await freshDatabase()
    for (const change of order) await merge(change)
    expect(await database.requests.toArray()).toEqual([staying.row])
    const deletion = gone(leaving, '2026-03-10T08:00:00.001Z')
    expect(await database.tombstones.toArray()).toMatchObject([{ kind: 'requests', key: leaving.key }])
    expect(await notedChanges()).toEqual([[deletion]])
    expect(await merge(deletion, staying)).toEqual(nothingMerged())
  }
})

/** A few rows in a few states, at a few instants. */
const anyChange: fc.Arbitrary<KeptChange> = fc
  .record({
    what: fc.constantFrom('note', 'queue', 'request'),
    which: fc.integer({ min: 1, max: 2 }),
    state: fc.constantFrom('waiting', 'accepted', 'cancelled'),
    hour: fc.integer({ min: 0, max: 3 }),
    isGone: fc.boolean(),
  })
  .map(({ what, which, state, hour, isGone }): KeptChange => {
    const updatedAt = `2026-03-10T0${hour}:00:00.000Z`
    const id = which === 1 ? first : second
    const change =
      what === 'note'
        ? {
            ...noteSaying(state, updatedAt),
            key: id,
            row: { ...annotations.row, id, body: state, updatedAt },
          }
        : what === 'queue'
          ? { ...queue, updatedAt, row: { ...queue.row, position: which, updatedAt } }
          : requested(id, { state, updatedAt, episodeId: 'night/a' })
    // Requests are cancelled, and never deleted.
    return isGone && what !== 'request' ? { ...change, row: null } : change
  })

test('in whatever order and parts changes are merged, the database holds the same', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyChange, { maxLength: 8 }), fc.nat(), async (changes, cut) => {
      const ofBoth = async (parts: KeptChange[][]) => {
        await freshDatabase()
        for (const part of parts) await merge(...part)
        // What was found out while merging is merged once more, as it comes back from the second home.
        for (const part of await notedChanges()) await merge(...part)
        return everyRow()
      }
      const at = cut % (changes.length + 1)
      const whole = await ofBoth([changes])
      expect(await ofBoth([changes.slice(at), changes.slice(0, at)])).toEqual(whole)
      expect(await ofBoth(changes.toReversed().map((change) => [change]))).toEqual(whole)
    }),
    { numRuns: 60 },
  )
})
