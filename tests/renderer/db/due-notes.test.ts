import 'fake-indexeddb/auto'

import { beforeEach, expect, test, vi } from 'vitest'
import { deleteAnnotations, editAnnotation } from '../../../renderer/db/annotation-edits.ts'
import { undoLastEdit } from '../../../renderer/db/annotation-undo.ts'
import { writeAnnotation } from '../../../renderer/db/annotations.ts'
import { database } from '../../../renderer/db/database.ts'
import { countDueNotes } from '../../../renderer/db/due-notes.ts'
import type { Tracking } from '../../../shared/models/tracking.ts'
import { madeNote } from '../../shared/formats/made-notes.ts'

const today = '2026-11-30'

beforeEach(async () => {
  vi.restoreAllMocks()
  await Promise.all(database.tables.map((table) => table.clear()))
})

async function written(lookAgainOn: string | null, state: Tracking['state'] = 'to-try'): Promise<string> {
  const { episodeId, anchor, context, body } = madeNote(1)
  const tracking = { state, note: '', lookAgainOn }
  return (await writeAnnotation({ episodeId, anchor, context, body, tracking })).id
}

test('counts what is due on that day, whatever became of it, and nothing that was deleted', async () => {
  const { episodeId, anchor, context, body } = madeNote(1)
  await writeAnnotation({ episodeId, anchor, context, body })
  await written(null)
  await written('2026-12-01')
  const due = await written('2026-11-30')
  await written('2025-01-01', 'worked')
  expect(await countDueNotes(today)).toBe(2)
  expect(await countDueNotes('2026-11-29')).toBe(1)
  expect(await countDueNotes('2026-12-01')).toBe(3)
  await deleteAnnotations([due])
  expect(await countDueNotes(today)).toBe(1)
  await undoLastEdit()
  expect(await countDueNotes(today)).toBe(2)
  await editAnnotation(due, null, { tracking: null })
  expect(await countDueNotes(today)).toBe(1)
})

test('counts by keys alone: no note is read', async () => {
  await written('2026-11-01')
  const values = (['get', 'getAll'] as const).flatMap((name) => [
    vi.spyOn(IDBObjectStore.prototype, name),
    vi.spyOn(IDBIndex.prototype, name),
  ])
  const cursors = [
    vi.spyOn(IDBObjectStore.prototype, 'openCursor'),
    vi.spyOn(IDBIndex.prototype, 'openCursor'),
  ]
  expect(await countDueNotes(today)).toBe(1)
  for (const spy of [...values, ...cursors]) expect(spy).not.toHaveBeenCalled()
})
