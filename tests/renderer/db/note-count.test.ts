import 'fake-indexeddb/auto'

import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { deleteAnnotations, editAnnotation } from '../../../renderer/db/annotation-edits.ts'
import { writeAnnotation } from '../../../renderer/db/annotations.ts'
import { database } from '../../../renderer/db/database.ts'
import { liveNoteCount } from '../../../renderer/db/note-count.ts'
import { freshDatabase } from '../fresh-database.ts'
import { noteContext } from '../note-context.ts'

beforeEach(freshDatabase)
afterEach(() => vi.restoreAllMocks())

const write = () =>
  writeAnnotation({
    episodeId: 'night/a',
    body: 'x',
    context: noteContext,
    anchor: { kind: 'moment', startSeconds: 7 },
  })

test('tells how many notes there are, and goes through the table no more once it has', async () => {
  const first = await write()
  const count = liveNoteCount()
  const stop = count.subscribe(() => undefined)
  await vi.waitFor(() => expect(count.latest()).toBe(1))
  const second = await write()
  await vi.waitFor(() => expect(count.latest()).toBe(2), { timeout: 5000 })

  const counting = vi.spyOn(IDBObjectStore.prototype, 'count')
  const keys = vi.spyOn(IDBObjectStore.prototype, 'getAllKeys')
  await editAnnotation(second.id, null, { body: 'y' })
  await write()
  await vi.waitFor(() => expect(count.latest()).toBe(3), { timeout: 5000 })
  await deleteAnnotations([first.id])
  await vi.waitFor(() => expect(count.latest()).toBe(2), { timeout: 5000 })
  expect(counting).not.toHaveBeenCalled()
  expect(keys).not.toHaveBeenCalled()
  stop()
})

test('counts anew when very many changed', async () => {
  const count = liveNoteCount()
  const stop = count.subscribe(() => undefined)
  await vi.waitFor(() => expect(count.latest()).toBe(0))
  const { id } = await write()
  await vi.waitFor(() => expect(count.latest()).toBe(1), { timeout: 5000 })
  const row = await database.annotations.get(id)
  if (row === undefined) throw new Error('It is not there.')
  const rows = Array.from({ length: 300 }, (_, at) => ({ ...row, id: `0198-${at}` }))
  await database.annotations.bulkPut(rows)
  await vi.waitFor(() => expect(count.latest()).toBe(301), { timeout: 5000 })
  stop()
})

test('what changed while nobody listened is counted', async () => {
  const count = liveNoteCount()
  count.subscribe(() => undefined)()
  await vi.waitFor(() => expect(count.latest()).toBe(0))
  await write()
  const stop = count.subscribe(() => undefined)
  await vi.waitFor(() => expect(count.latest()).toBe(1), { timeout: 5000 })
  stop()
})
