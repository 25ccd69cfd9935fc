import 'fake-indexeddb/auto'

import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { changeAnnotations, editsOf } from '../../../renderer/db/annotation-edits.ts'
import { undoEdit } from '../../../renderer/db/annotation-undo.ts'
import { annotationWith, writeAnnotation } from '../../../renderer/db/annotations.ts'
import { takeAhead } from '../../../renderer/db/sent-ahead.ts'
import { contentOf } from '../../../renderer/notes/edited-content.ts'
import { beginSession, type NoteSession } from '../../../renderer/notes/note-session.ts'
import type { Annotation } from '../../../shared/models/annotation.ts'
import { newlyTracked } from '../../../shared/tracking/standing.ts'
import { freshDatabase } from '../fresh-database.ts'
import { madeEpisode } from '../made-episodes.ts'
import { noteContext } from '../note-context.ts'
import { storeMade } from '../stored-episodes.ts'

const ignored = (): void => {}

beforeEach(freshDatabase)

test('what is typed into one field leaves what became of the others meanwhile', async () => {
  const note = await writtenNote('As it was.')
  const content = contentOf(note)
  const session = sessionOf(note)
  await changeAnnotations([note.id], 'edited', () => ({ body: 'Of another computer.', tags: ['tea'] }))

  const tracking = { ...newlyTracked, note: 'It went well.' }
  expect(await session.write({ ...content, tracking }, ignored)).toMatchObject({ ok: true })
  expect(await session.write({ ...content, tracking, starred: true }, ignored)).toMatchObject({ ok: true })
  expect(await annotationWith(note.id)).toMatchObject({
    body: 'Of another computer.',
    tags: ['tea'],
    starred: true,
    tracking,
  })
})

test('words typed into a note of which a version is kept already are flushed before the database is done, and undone as one', async () => {
  const note = await writtenNote('One')
  const told: string[] = []
  takeAhead((_, { isSure, flushed }) => {
    told.push('sent')
    void Promise.resolve(isSure).then(flushed)
    return () => told.push('over')
  })
  onTestFinished(() => takeAhead(null))
  vi.useFakeTimers({ toFake: ['Date'] })
  onTestFinished(() => void vi.useRealTimers())
  const content = contentOf(note)
  const session = sessionOf(note)
  const write = async (change: Partial<typeof content>) => {
    await session.write({ ...content, ...change }, () => told.push('flushed'))
    // What was changed at this very instant is not changed without looking.
    vi.setSystemTime(Date.now() + 50)
  }

  await write({ body: 'One t' })
  expect(told).toEqual([])
  await write({ body: 'One tw' })
  expect(told.splice(0)).toEqual(['sent', 'flushed', 'over'])
  // What its version says nothing of yet is read before it is written.
  await write({ body: 'One tw', starred: true })
  expect(told).toEqual([])
  await write({ body: 'One two', starred: true })
  expect(told).toEqual(['sent', 'flushed', 'over'])
  expect(await annotationWith(note.id)).toMatchObject({ body: 'One two', starred: true })

  expect(await undoEdit(session.editId() ?? '')).not.toBeNull()
  expect(await annotationWith(note.id)).toMatchObject({ body: 'One', starred: false })
  // The note is another than this sitting knows.
  await write({ body: 'One two three', starred: true })
  expect(await annotationWith(note.id)).toMatchObject({ body: 'One two three', starred: false })
})

test('words that another act wrote, and that were then typed as well, are a version all the same', async () => {
  const note = await writtenNote('One')
  const content = contentOf(note)
  const session = sessionOf(note)
  await session.write({ ...content, starred: true }, ignored)
  await changeAnnotations([note.id], 'edited', () => ({ body: 'Two' }))
  await session.write({ ...content, starred: true, body: 'Two' }, ignored)
  await session.write({ ...content, starred: true, body: 'Three' }, ignored)
  const edit = (await editsOf(note.id)).find(({ id }) => id === session.editId())
  expect(edit?.befores).toEqual([{ starred: false, body: 'Two' }])
})

async function writtenNote(body: string): Promise<Annotation> {
  const episode = madeEpisode('tea-and-talk', 'on-steeping')
  await storeMade(episode)
  return writeAnnotation({
    episodeId: episode.id,
    anchor: { kind: 'moment', startSeconds: 5 },
    context: noteContext,
    body,
  })
}

function sessionOf(note: Annotation): NoteSession {
  const { id: noteId, episodeId } = note
  return beginSession({ noteId, episodeId, stored: contentOf(note), draftKey: null })
}
