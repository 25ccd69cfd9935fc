import 'fake-indexeddb/auto'

import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { deleteAnnotations, editAnnotation } from '../../../renderer/db/annotation-edits.ts'
import { annotationWith, removeAnnotation, writeAnnotation } from '../../../renderer/db/annotations.ts'
import { database } from '../../../renderer/db/database.ts'
import { rewriteAnnotation } from '../../../renderer/db/rewrite-annotation.ts'
import { takeAhead } from '../../../renderer/db/sent-ahead.ts'
import type { KeptChange } from '../../../shared/kept/change.ts'
import type { Annotation } from '../../../shared/models/annotation.ts'
import { freshDatabase } from '../fresh-database.ts'
import { notedChanges } from '../noted-changes.ts'

/** What was sent while it was written, and the number it came to have in `unsent`. */
let ahead: { changes: readonly KeptChange[]; number: number | null | undefined }[]

beforeEach(async () => {
  await freshDatabase()
  ahead = []
  takeAhead((changes) => {
    const sent: (typeof ahead)[number] = { changes, number: undefined }
    ahead.push(sent)
    return (number) => {
      sent.number = number
    }
  })
})
afterEach(() => takeAhead(null))

async function written(): Promise<Annotation> {
  const note = await writeAnnotation({
    episodeId: 'night/a',
    anchor: { kind: 'moment', startSeconds: 60 },
    body: 'one',
    context: {
      episodeTitle: 'Episode a',
      podcastTitle: 'Night',
      chapterTitle: null,
      chapterStartSeconds: null,
      durationSeconds: null,
    },
  })
  expect(ahead).toEqual([])
  return note
}

test('a note that is as it was is changed, and what is sent while it is written is what the list of the unsent says', async () => {
  const note = await written()
  const second = await rewriteAnnotation(note, { body: 'two' })
  expect(second).toMatchObject({ body: 'two', createdAt: note.createdAt })
  expect(await annotationWith(note.id)).toEqual(second)
  const third = second && (await rewriteAnnotation(second, { body: 'three' }))
  expect(await annotationWith(note.id)).toMatchObject({ body: 'three' })
  const entries = await database.unsent.toArray()
  expect(ahead).toEqual(entries.slice(-2).map(({ number, changes }) => ({ number, changes })))
  expect(ahead[1]?.changes).toMatchObject([{ kind: 'annotations', key: note.id, row: third }])
})

test.each<[string, (note: Annotation) => Promise<unknown>]>([
  ['is another by now', (note) => editAnnotation(note.id, null, { starred: true })],
  ['was deleted', (note) => deleteAnnotations([note.id])],
  ['was taken away', (note) => removeAnnotation(note.id)],
])('of a note that %s nothing is written, sent, or said to be flushed', async (_, change) => {
  const note = await written()
  await change(note)
  const before = await database.annotations.get(note.id)
  await notedChanges()
  const flushed = vi.fn()
  expect(await rewriteAnnotation(note, { body: 'two' }, flushed)).toBeNull()
  expect(await database.annotations.get(note.id)).toEqual(before)
  expect(ahead).toEqual([])
  expect(flushed).not.toHaveBeenCalled()
  expect(await notedChanges()).toEqual([])
})
