import 'fake-indexeddb/auto'

import { afterEach, beforeEach, expect, test } from 'vitest'
import { deleteAnnotations, editAnnotation } from '../../../renderer/db/annotation-edits.ts'
import { annotationWith, removeAnnotation, writeAnnotation } from '../../../renderer/db/annotations.ts'
import { database } from '../../../renderer/db/database.ts'
import { rewriteAnnotation } from '../../../renderer/db/rewrite-annotation.ts'
import { takeAhead } from '../../../renderer/db/sent-ahead.ts'
import type { KeptChange } from '../../../shared/kept/change.ts'
import { mergeInto } from '../../../shared/kept/merge.ts'
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

/** As the second home has the note, once it has all that was sent ahead, and all that waits. */
async function inSecondHome(id: string): Promise<unknown> {
  const latest = new Map<string, KeptChange>()
  for (const { changes } of ahead) mergeInto(latest, [...changes])
  mergeInto(latest, (await notedChanges()).flat())
  return [...latest.values()].find(({ kind, key }) => kind === 'annotations' && key === id)?.row
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

test('a note that is another by now stays so, in both homes', async () => {
  const note = await written()
  await editAnnotation(note.id, null, { starred: true })
  expect(await rewriteAnnotation(note, { body: 'two' })).toBeNull()
  expect(await annotationWith(note.id)).toMatchObject({ body: 'one', starred: true })
  expect(ahead).toMatchObject([{ number: null, changes: [{ row: { body: 'two', starred: false } }] }])
  expect(await inSecondHome(note.id)).toEqual(await database.annotations.get(note.id))
})

test('a note that was deleted meanwhile stays deleted in both homes', async () => {
  const note = await written()
  await deleteAnnotations([note.id])
  expect(await rewriteAnnotation(note, { body: 'two' })).toBeNull()
  expect(await annotationWith(note.id)).toBeNull()
  expect(await inSecondHome(note.id)).toMatchObject({ body: 'one', deletedAt: expect.any(String) })
})

test('a note that was taken away meanwhile stays away in both homes', async () => {
  const note = await written()
  await removeAnnotation(note.id)
  expect(await rewriteAnnotation(note, { body: 'two' })).toBeNull()
  expect(await database.annotations.count()).toBe(0)
  expect(await inSecondHome(note.id)).toBeNull()
})
