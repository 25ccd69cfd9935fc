import 'fake-indexeddb/auto'

import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import {
  allAnnotations,
  annotationsOf,
  changeAnnotation,
  countAnnotations,
  deleteAnnotation,
  type NewAnnotation,
  restoreAnnotation,
  writeAnnotation,
} from '../../../renderer/db/annotations.ts'
import { database } from '../../../renderer/db/database.ts'
import { keepDraft, readDraft } from '../../../renderer/db/drafts.ts'
import { episodeRow } from '../../../renderer/db/episodes.ts'
import { forgetNoteChanges, undoLastNoteChange } from '../../../renderer/db/note-undo.ts'
import { followPodcast } from '../../../renderer/db/podcasts.ts'
import { commitPage } from '../../../renderer/db/sync-pages.ts'
import { type Annotation, annotationSchema } from '../../../shared/models/annotation.ts'
import { freshDatabase } from '../fresh-database.ts'
import { lookedUp, madeEpisode, madePage, madePodcast } from '../made-episodes.ts'

const now = '2026-03-10T08:00:00.000Z'

function note(body: string, startSeconds = 60): NewAnnotation {
  return {
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
  }
}

/** All that the person sees of a note. */
function shown({ updatedAt: _, ...rest }: Annotation): Omit<Annotation, 'updatedAt'> {
  return rest
}

beforeEach(async () => {
  forgetNoteChanges()
  await freshDatabase()
})

test('stores a note that its schema reads back the same', async () => {
  const written = await writeAnnotation(note('# Hostile \u0000 “text” — ---\n🙂 שלום'))
  expect(annotationSchema.parse(await database.annotations.get(written.id))).toEqual(written)
})

test('lists the notes of an episode by their time, and all of them newest first', async () => {
  const late = await writeAnnotation(note('late', 90))
  const early = await writeAnnotation(note('early', 30))
  const untimed = await writeAnnotation({
    ...note(''),
    anchor: { kind: 'highlight', highlightKind: 'main-idea', quote: 'Small changes.' },
  })
  expect((await annotationsOf('night/a')).map(({ id }) => id)).toEqual([early.id, late.id, untimed.id])
  expect((await allAnnotations()).map(({ id }) => id)).toEqual([untimed.id, early.id, late.id])
})

test('a note and the end of its draft are one transaction', async () => {
  const draft = {
    key: 'draft',
    episodeId: 'night/a',
    text: 'Half a',
    startSeconds: 3,
  } as const
  await keepDraft(draft)
  expect(await readDraft('draft')).toMatchObject(draft)
  await writeAnnotation({ ...note('Half a thought'), draftKey: 'draft' })
  expect(await readDraft('draft')).toBeUndefined()

  await keepDraft(draft)
  const { id } = await writeAnnotation(note('another'))
  const breakDown = (): never => {
    throw new Error('the machine stopped')
  }
  database.drafts.hook('deleting', breakDown)
  try {
    const written = writeAnnotation({ ...note('lost?'), draftKey: 'draft' })
    await expect(written).rejects.toThrow('the machine stopped')
  } finally {
    database.drafts.hook('deleting').unsubscribe(breakDown)
  }
  expect(await readDraft('draft')).toMatchObject(draft)
  expect((await allAnnotations())[0]?.id).toBe(id)
})

test('no page of a sync touches what a person wrote on its episodes', async () => {
  await followPodcast(lookedUp(madePodcast('night')), now)
  await commitPage('night', null, madePage([madeEpisode('night', 'a')]), now)
  const written = await writeAnnotation(note('Mine'))
  await keepDraft({ key: 'd', episodeId: 'night/a', text: 'typing', startSeconds: null })
  const reworded = madeEpisode('night', 'a', { title: 'Reworded', chapters: [], highlights: [] })
  await commitPage('night', null, madePage([reworded]), now)
  expect(await annotationsOf('night/a')).toEqual([written])
  expect(await readDraft('d')).toMatchObject({ text: 'typing' })
  expect(await episodeRow('night/a')).toMatchObject({ title: 'Reworded' })
})

test('a deleted note is in no list, and comes back as it was', async () => {
  const written = await writeAnnotation(note('Keep me'))
  await deleteAnnotation(written.id)
  expect(await annotationsOf('night/a')).toEqual([])
  expect(await allAnnotations()).toEqual([])
  expect(await countAnnotations()).toBe(0)
  const restored = await restoreAnnotation(written.id)
  expect(restored && shown(restored)).toEqual(shown(written))
  expect((await annotationsOf('night/a')).map(shown)).toEqual([shown(written)])
  expect(await countAnnotations()).toBe(1)
})

test('undo walks back through edits and deletions, last one first', async () => {
  const written = await writeAnnotation(note('one'))
  await changeAnnotation(written.id, 'two')
  await changeAnnotation(written.id, 'three')
  await deleteAnnotation(written.id)

  expect((await undoLastNoteChange())?.kind).toBe('deleted')
  expect((await annotationsOf('night/a'))[0]?.body).toBe('three')
  expect((await undoLastNoteChange())?.kind).toBe('edited')
  expect((await annotationsOf('night/a'))[0]?.body).toBe('two')
  expect((await undoLastNoteChange())?.kind).toBe('edited')
  expect((await annotationsOf('night/a')).map(shown)).toEqual([shown(written)])
  expect(await undoLastNoteChange()).toBeNull()
})

test('undo passes over a deletion that was taken back already', async () => {
  const first = await writeAnnotation(note('first'))
  const second = await writeAnnotation(note('second'))
  await changeAnnotation(first.id, 'first, edited')
  await deleteAnnotation(second.id)
  await restoreAnnotation(second.id)
  expect(await undoLastNoteChange()).toMatchObject({ kind: 'edited', before: { id: first.id } })
  expect((await allAnnotations()).map(({ body }) => body)).toEqual(['second', 'first'])
})

test('an edit that changes nothing leaves nothing to undo', async () => {
  const written = await writeAnnotation(note('same'))
  await changeAnnotation(written.id, 'same')
  expect(await undoLastNoteChange()).toBeNull()
})

test('what is deleted or was never there cannot be changed, deleted again or restored', async () => {
  const written = await writeAnnotation(note('gone'))
  expect(await restoreAnnotation(written.id)).toBeNull()
  await deleteAnnotation(written.id)
  expect(await changeAnnotation(written.id, 'back?')).toBeNull()
  expect(await deleteAnnotation(written.id)).toBeNull()
  expect(await changeAnnotation('no such note', 'x')).toBeNull()
})

test('every change of a note, also one taken back, says when it was', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  onTestFinished(() => {
    vi.useRealTimers()
  })
  vi.setSystemTime('2026-03-10T08:00:00.000Z')
  const { id } = await writeAnnotation(note('first'))
  const updatedAt = async () => (await database.annotations.get(id))?.updatedAt
  const steps = [
    () => changeAnnotation(id, 'second'),
    () => deleteAnnotation(id),
    () => restoreAnnotation(id),
    () => undoLastNoteChange(),
  ]
  for (const [index, step] of steps.entries()) {
    const at = `2026-03-10T08:00:0${index + 1}.000Z`
    vi.setSystemTime(at)
    await step()
    expect(await updatedAt()).toBe(at)
  }
  vi.setSystemTime(0)
  const changed = await changeAnnotation(id, 'third')
  expect(changed).toEqual(await database.annotations.get(id))
  expect(changed?.updatedAt).toBe('2026-03-10T08:00:04.001Z')
})
