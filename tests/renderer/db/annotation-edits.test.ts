import 'fake-indexeddb/auto'

import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import {
  changeAnnotations,
  deleteAnnotations,
  editAnnotation,
  editsOf,
} from '../../../renderer/db/annotation-edits.ts'
import { undoEdit, undoLastEdit } from '../../../renderer/db/annotation-undo.ts'
import {
  allAnnotations,
  annotationsOf,
  annotationWith,
  countAnnotations,
  writeAnnotation,
} from '../../../renderer/db/annotations.ts'
import { database } from '../../../renderer/db/database.ts'
import { versionsOf } from '../../../shared/annotations/edits.ts'
import type { Annotation } from '../../../shared/models/annotation.ts'
import { annotationEditSchema } from '../../../shared/models/annotation-edit.ts'
import { freshDatabase } from '../fresh-database.ts'

async function written(body: string, startSeconds = 60): Promise<Annotation> {
  return writeAnnotation({
    episodeId: 'night/a',
    anchor: { kind: 'moment', startSeconds },
    body,
    context: {
      episodeTitle: 'Episode a',
      podcastTitle: 'Night',
      chapterTitle: 'Welcome',
      chapterStartSeconds: 0,
      durationSeconds: 2740,
    },
  })
}

/** All that the person sees of a note. */
function shown({ updatedAt: _, ...rest }: Annotation): Omit<Annotation, 'updatedAt'> {
  return rest
}

beforeEach(freshDatabase)

test('a deleted note is in no list, and comes back as it was', async () => {
  const note = await written('Keep me')
  const done = await deleteAnnotations([note.id])
  expect(await annotationsOf('night/a')).toEqual([])
  expect(await allAnnotations()).toEqual([])
  expect(await countAnnotations()).toBe(0)
  expect(await undoEdit(done?.editId ?? '')).toMatchObject({ act: 'deleted', noteIds: [note.id] })
  expect((await annotationsOf('night/a')).map(shown)).toEqual([shown(note)])
  expect(await countAnnotations()).toBe(1)
})

test('undo walks back through edits, deletions and acts on many, last one first, also after a restart', async () => {
  const [one, other] = [await written('one'), await written('other', 90)]
  await editAnnotation(one.id, null, { body: 'two' })
  await editAnnotation(one.id, null, { body: 'three', starred: true })
  await changeAnnotations([one.id, other.id], 'changed-many', ({ tags }) => ({ tags: [...tags, 'Tea'] }))
  await deleteAnnotations([one.id, other.id])
  // What a restart leaves is the database alone.
  database.close()
  await database.open()

  expect(await undoLastEdit()).toMatchObject({ act: 'deleted', noteIds: [one.id, other.id] })
  expect((await allAnnotations()).map(({ tags }) => tags)).toEqual([['Tea'], ['Tea']])
  expect(await undoLastEdit()).toMatchObject({ act: 'changed-many', noteIds: [one.id, other.id] })
  expect((await allAnnotations()).map(({ tags }) => tags)).toEqual([[], []])
  expect(await undoLastEdit()).toMatchObject({ act: 'edited', noteIds: [one.id] })
  expect(await annotationWith(one.id)).toMatchObject({ body: 'two', starred: false })
  expect(await undoLastEdit()).toMatchObject({ act: 'edited' })
  expect((await annotationsOf('night/a')).map(shown)).toEqual([one, other].map(shown))
  expect(await undoLastEdit()).toBeNull()
})

test('undo passes over a deletion that was taken back already', async () => {
  const [first, second] = [await written('first'), await written('second')]
  await editAnnotation(first.id, null, { body: 'first, edited' })
  const deleted = await deleteAnnotations([second.id])
  await undoEdit(deleted?.editId ?? '')
  expect(await undoLastEdit()).toMatchObject({ act: 'edited' })
  expect((await allAnnotations()).map(({ body }) => body)).toEqual(['second', 'first'])
})

test('of an act on many, undo leaves alone those that were deleted since', async () => {
  const [first, second] = [await written('first'), await written('second')]
  const many = await changeAnnotations([first.id, second.id], 'changed-many', () => ({ starred: true }))
  await deleteAnnotations([second.id])
  expect(await undoEdit(many?.editId ?? '')).toMatchObject({ noteIds: [first.id] })
  expect(await allAnnotations()).toMatchObject([{ body: 'first', starred: false }])
})

test('what is written in one sitting is one version, whatever it is', async () => {
  const note = await written('as it was')
  const first = await editAnnotation(note.id, null, { body: 'as it w' })
  const sitting = first?.editId ?? null
  expect(await editAnnotation(note.id, sitting, { body: 'as it will be' })).toMatchObject({ editId: sitting })
  await editAnnotation(note.id, sitting, { tags: ['Later'], starred: true })
  await editAnnotation(note.id, sitting, { starred: false, body: 'as it is' })
  const edits = await editsOf(note.id)
  expect(edits).toMatchObject([
    { id: sitting, act: 'edited', befores: [{ body: 'as it was', tags: [], starred: false }] },
  ])
  expect(annotationEditSchema.parse(edits[0])).toEqual(edits[0])
  const [now] = await allAnnotations()
  if (now === undefined) throw new Error('no note')
  expect(now).toMatchObject({ body: 'as it is', tags: ['Later'], starred: false })
  const [version] = versionsOf(now, edits)
  expect(version?.note).toEqual({ ...note, updatedAt: now.updatedAt })
})

test('a sitting that was undone, or is another note’s, is not gone on with', async () => {
  const [note, other] = [await written('one'), await written('other')]
  const edited = await editAnnotation(other.id, null, { body: 'other, edited' })
  const mine = await editAnnotation(note.id, edited?.editId ?? null, { body: 'two' })
  expect(mine?.editId).not.toBe(edited?.editId)
  expect(await editsOf(note.id)).toHaveLength(1)
})

test('an edit that changes nothing leaves nothing to undo, and no version', async () => {
  const note = await written('same')
  expect(await editAnnotation(note.id, null, { body: 'same', tags: [] })).toMatchObject({ editId: null })
  expect(await changeAnnotations([note.id], 'changed-many', () => ({ starred: false }))).toBeNull()
  expect(await undoLastEdit()).toBeNull()
  expect(await database.annotationEdits.count()).toBe(0)
})

test('what is deleted or was never there cannot be changed or deleted again', async () => {
  const note = await written('gone')
  await deleteAnnotations([note.id])
  expect(await editAnnotation(note.id, null, { body: 'back?' })).toBeNull()
  expect(await deleteAnnotations([note.id])).toBeNull()
  expect(await editAnnotation('no such note', null, { body: 'x' })).toBeNull()
  expect(await undoEdit('no such act')).toBeNull()
})

test('of very many versions the oldest go, of large ones sooner, and those of acts on many stay', async () => {
  const note = await written('0')
  await changeAnnotations([note.id, (await written('beside')).id], 'changed-many', () => ({ starred: true }))
  for (let index = 1; index <= 130; index += 1) await editAnnotation(note.id, null, { body: `${index}` })
  const edits = await editsOf(note.id)
  expect(edits).toHaveLength(101)
  expect(edits.at(-1)?.act).toBe('changed-many')
  expect(edits[0]?.befores[0]?.body).toBe('129')

  const large = await written('x'.repeat(1_000_000))
  for (let index = 1; index <= 8; index += 1)
    await editAnnotation(large.id, null, { body: `${index} ${'y'.repeat(1_000_000)}` })
  expect(await editsOf(large.id)).toHaveLength(5)
})

test('every change of a note, also one taken back, says when it was', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  onTestFinished(() => {
    vi.useRealTimers()
  })
  vi.setSystemTime('2026-03-10T08:00:00.000Z')
  const { id } = await written('first')
  const updatedAt = async () => (await database.annotations.get(id))?.updatedAt
  const steps = [
    () => editAnnotation(id, null, { body: 'second' }),
    () => deleteAnnotations([id]),
    () => undoLastEdit(),
    () => undoLastEdit(),
  ]
  for (const [index, step] of steps.entries()) {
    const at = `2026-03-10T08:00:0${index + 1}.000Z`
    vi.setSystemTime(at)
    await step()
    expect(await updatedAt()).toBe(at)
  }
  vi.setSystemTime(0)
  const changed = await editAnnotation(id, null, { body: 'third' })
  expect(changed?.note).toEqual(await database.annotations.get(id))
  expect(changed?.note.updatedAt).toBe('2026-03-10T08:00:04.001Z')
})
