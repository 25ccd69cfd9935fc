import 'fake-indexeddb/auto'

import { beforeEach, expect, test, vi } from 'vitest'
import {
  changeAnnotations,
  deleteAnnotations,
  editAnnotation,
  editsOf,
} from '../../../renderer/db/annotation-edits.ts'
import { undoEdit, undoLastEdit } from '../../../renderer/db/annotation-undo.ts'
import { allAnnotations } from '../../../renderer/db/annotations.ts'
import { database } from '../../../renderer/db/database.ts'
import { liveAnnotations } from '../../../renderer/db/live-annotations.ts'
import { annotationEditSchema } from '../../../shared/models/annotation-edit.ts'
import { madeNote } from '../../shared/formats/made-notes.ts'
import { freshDatabase } from '../fresh-database.ts'

const count = 1200
const ids = Array.from({ length: count }, (_, index) => madeNote(index + 1).id)

beforeEach(async () => {
  await freshDatabase()
  await database.annotations.bulkPut(ids.map((_, index) => madeNote(index + 1)))
})

const starred = async () => (await allAnnotations()).filter((note) => note.starred).length
const star = () => ({ starred: true })

test('an act on very many notes is written in parts, told as it goes on, and taken back as one', async () => {
  const told: number[] = []
  const along = { told: (seen: number) => void told.push(seen), signal: new AbortController().signal }
  const done = await changeAnnotations(ids, 'changed-many', star, along)
  expect(done?.count).toBe(count)
  expect(await starred()).toBe(count)
  expect(told.length).toBeGreaterThan(1)
  expect(told.at(-1)).toBe(count)
  const parts = await database.annotationEdits.toArray()
  expect(parts.map(({ partOf }) => partOf ?? null)).toEqual([null, ...parts.slice(1).map(() => done?.editId)])
  for (const part of parts) expect(annotationEditSchema.parse(part)).toEqual(part)

  const undone = await undoLastEdit()
  expect(undone).toMatchObject({ act: 'changed-many', editId: done?.editId })
  expect(undone?.noteIds).toHaveLength(count)
  expect(await starred()).toBe(0)
  expect(await undoLastEdit()).toBeNull()
})

test('one that is stopped stays as far as it came, and all of that is taken back', async () => {
  const stopping = new AbortController()
  const along = { told: () => stopping.abort(), signal: stopping.signal }
  const done = await changeAnnotations(ids, 'changed-many', star, along)
  expect(done?.count).toBeLessThan(count)
  expect(await starred()).toBe(done?.count)
  await undoEdit(done?.editId ?? '')
  expect(await starred()).toBe(0)
})

test('what an undoing took back before it was stopped, and was changed since, stays as it was changed', async () => {
  const done = await changeAnnotations(ids, 'changed-many', star)
  const stopping = new AbortController()
  await undoEdit(done?.editId ?? '', { told: () => stopping.abort(), signal: stopping.signal })
  const last = ids.at(-1) ?? ''
  await editAnnotation(last, null, star())
  await undoEdit(done?.editId ?? '')
  expect((await allAnnotations()).filter((note) => note.starred).map(({ id }) => id)).toEqual([last])
})

test('an undoing that is stopped is gone on with by the next one', async () => {
  await deleteAnnotations(ids)
  expect(await allAnnotations()).toHaveLength(0)
  const stopping = new AbortController()
  const first = await undoLastEdit({ told: () => stopping.abort(), signal: stopping.signal })
  const back = (await allAnnotations()).length
  expect(back).toBe(first?.noteIds.length)
  expect(back).toBeLessThan(count)
  const second = await undoLastEdit()
  expect((second?.noteIds.length ?? 0) + back).toBe(count)
  expect(await allAnnotations()).toHaveLength(count)
})

test('of an act whose disk fills up in between, what was written can be taken back', async () => {
  let puts = 0
  const actual = IDBObjectStore.prototype.put
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
    this: IDBObjectStore,
    ...given: unknown[]
  ) {
    puts += 1
    if (puts > 700) throw new DOMException('full', 'QuotaExceededError')
    return Reflect.apply(actual, this, given)
  })
  await expect(changeAnnotations(ids, 'changed-many', star)).rejects.toThrow()
  vi.restoreAllMocks()
  const written = await starred()
  expect(written).toBeGreaterThan(0)
  expect(written).toBeLessThan(count)
  await undoLastEdit()
  expect(await starred()).toBe(0)
})

test('of notes that are changed at once, only those are read again that changed', async () => {
  const live = liveAnnotations()
  const stop = live.subscribe(() => undefined)
  await vi.waitFor(() => expect(live.latest()).toHaveLength(count))
  const before = live.latest() ?? []
  await changeAnnotations(ids.slice(0, 600), 'changed-many', star)
  await vi.waitFor(() => expect(live.latest()?.filter((note) => note.starred)).toHaveLength(600))
  const after = live.latest() ?? []
  expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id))
  // The other ones are the same objects: nothing that shows them is drawn anew.
  expect(after.filter((note, index) => note === before[index])).toHaveLength(600)
  stop()
})

test('the last part of an act stays in the history of its note, also where it is of that note alone', async () => {
  const some = ids.slice(0, 501)
  await changeAnnotations(some, 'changed-many', star)
  const last = some.at(-1) ?? ''
  for (let index = 1; index <= 101; index += 1) await editAnnotation(last, null, { body: `${index}` })
  expect((await editsOf(last)).at(-1)).toMatchObject({ act: 'changed-many', annotationIds: [last] })
})
