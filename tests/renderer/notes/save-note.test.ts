import 'fake-indexeddb/auto'
import Dexie from 'dexie'
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { deleteAnnotations } from '../../../renderer/db/annotation-edits.ts'
import { undoLastEdit } from '../../../renderer/db/annotation-undo.ts'
import { allAnnotations } from '../../../renderer/db/annotations.ts'
import { database } from '../../../renderer/db/database.ts'
import { startSaving } from '../../../renderer/home/saving.ts'
import { deleteNotes } from '../../../renderer/notes/actions.ts'
import {
  changeNote,
  closeEditor,
  editNote,
  flushNotes,
  openMomentEditor,
} from '../../../renderer/notes/editor-actions.ts'
import { useNoteEditor } from '../../../renderer/notes/editor-store.ts'
import { saveNote } from '../../../renderer/notes/save-note.ts'
import { useAnnouncements } from '../../../renderer/shell/announce.ts'
import { useNotices } from '../../../renderer/shell/notice.ts'
import type { KeptChange } from '../../../shared/kept/change.ts'
import { failure, type Result, success } from '../../../shared/result.ts'
import { madeEpisode } from '../made-episodes.ts'
import { storeMade } from '../stored-episodes.ts'

const episodeId = 'night/queues'

let append: (input: { changes: KeptChange[] }) => Promise<Result<{ number: number }>>
let stopSaving: () => void = () => {}

beforeEach(async () => {
  stopSaving()
  append = async () => success({ number: 1 })
  stopSaving = startSaving({
    append: (changes) => append({ changes }),
    markAfter: () => null,
    gaveUp: () => {},
    reportFault: (fault) => {
      throw fault
    },
  })
  closeEditor()
  await flushNotes()
  await Promise.all(database.tables.map((table) => table.clear()))
  await storeMade(
    madeEpisode('night', 'queues', {
      title: 'Queues that never drain',
      podcastTitle: 'Night Shift',
      durationSeconds: 2700,
      chapters: [{ startSeconds: 60, title: 'The outage', description: '' }],
    }),
  )
})

const said = () => useAnnouncements.getState().polite.at(-1)?.text

describe('saving a note', () => {
  test('writes it with what it was written on, closes and says so', async () => {
    await openMomentEditor(episodeId, 100)
    changeNote({ body: '  Backpressure **first**.\n' })
    await flushNotes()
    await saveNote()
    expect(said()).toBe('Note saved')
    expect(await allAnnotations()).toMatchObject([
      {
        episodeId,
        body: 'Backpressure **first**.',
        anchor: { kind: 'moment', startSeconds: 100 },
        context: {
          episodeTitle: 'Queues that never drain',
          chapterTitle: 'The outage',
          durationSeconds: 2700,
        },
      },
    ])
    expect(useNoteEditor.getState().editor).toBeNull()
  })

  test('writes one note, however often the button is pressed', async () => {
    await openMomentEditor(episodeId, 100)
    changeNote({ body: 'once' })
    await Promise.all([saveNote(), saveNote(), saveNote()])
    expect(await allAnnotations()).toHaveLength(1)
  })

  test('asks for words when there are none, and stays open', async () => {
    await openMomentEditor(episodeId, 100)
    changeNote({ body: ' \n ' })
    await saveNote()
    expect(useNoteEditor.getState().editor?.problem).toMatch(/nothing to save/i)
    expect(await allAnnotations()).toEqual([])
  })

  test('changes the words of a note that is edited, and nothing else of it', async () => {
    await openMomentEditor(episodeId, 100)
    changeNote({ body: 'before' })
    await saveNote()
    const [before] = await allAnnotations()
    if (before === undefined) throw new Error('no note')
    await editNote(before)
    changeNote({ body: 'after' })
    await saveNote()
    const after = await allAnnotations()
    expect(after).toEqual([{ ...before, body: 'after', updatedAt: after[0]?.updatedAt }])
  })

  test('keeps the words when the note they belong to was deleted meanwhile', async () => {
    await openMomentEditor(episodeId, 100)
    changeNote({ body: 'before' })
    await saveNote()
    const [note] = await allAnnotations()
    if (note === undefined) throw new Error('no note')
    await editNote(note)
    changeNote({ body: 'after' })
    await flushNotes()
    await deleteAnnotations([note.id])
    changeNote({ body: 'after that' })
    await saveNote()
    expect(useNoteEditor.getState().editor).toMatchObject({ content: { body: 'after that' }, saving: false })
    expect(useNoteEditor.getState().editor?.problem).toMatch(/deleted/)
  })

  test('keeps the words when the disk refuses them, and can be tried again', async () => {
    await openMomentEditor(episodeId, 100)
    const add = vi.spyOn(database.annotations, 'add').mockRejectedValue(new Error('QuotaExceededError'))
    changeNote({ body: 'precious' })
    await saveNote()
    expect(useNoteEditor.getState().editor).toMatchObject({ content: { body: 'precious' }, saving: false })
    expect(useNoteEditor.getState().editor?.problem).toMatch(/disk/)
    add.mockRestore()
    await saveNote()
    expect(await allAnnotations()).toMatchObject([{ body: 'precious' }])
  })

  test('closes when the note is flushed, and not before', async () => {
    const flushed = Promise.withResolvers<void>()
    append = async ({ changes }) => {
      if (changes.some(({ kind }) => kind === 'annotations')) await flushed.promise
      return success({ number: 1 })
    }
    await openMomentEditor(episodeId, 100)
    changeNote({ body: 'on its way' })
    const saved = saveNote()
    await vi.waitFor(async () => expect(await allAnnotations()).toHaveLength(1))
    expect(useNoteEditor.getState().editor).toMatchObject({ content: { body: 'on its way' }, saving: true })
    flushed.resolve()
    await saved
    expect(useNoteEditor.getState().editor).toBeNull()
  })

  test('says that it is saved only once it is flushed, and until then that it is not', async () => {
    append = async () => failure('disk-full', 'The disk is full.')
    useAnnouncements.setState({ polite: [], urgent: [] })
    await openMomentEditor(episodeId, 100)
    changeNote({ body: 'kept here' })
    await saveNote()
    expect(useNotices.getState().notices.at(-1)).toMatchObject({
      text: 'The note is in your library, but not saved yet. It is saved by itself as soon as that is possible.',
      tone: 'failure',
    })
    expect(said()).toBeUndefined()
    expect(await allAnnotations()).toMatchObject([{ body: 'kept here' }])
    expect(useNoteEditor.getState().editor).toBeNull()
  })

  test('tells within two seconds of a disk that is silent, and writes one note when it answers after all', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    onTestFinished(() => {
      vi.useRealTimers()
      vi.restoreAllMocks()
    })
    const answers = Promise.withResolvers<void>()
    const { add } = database.annotations
    vi.spyOn(database.annotations, 'add').mockImplementationOnce((...given) =>
      Dexie.Promise.resolve(
        Dexie.waitFor(answers.promise).then(() => add.apply(database.annotations, given)),
      ),
    )
    await openMomentEditor(episodeId, 100)
    changeNote({ body: 'slow' })
    const saved = saveNote()
    await vi.advanceTimersByTimeAsync(2000)
    expect(useNoteEditor.getState().editor).toMatchObject({ content: { body: 'slow' }, saving: false })
    expect(useNoteEditor.getState().editor?.problem).toMatch(/does not answer/)
    const again = saveNote()
    answers.resolve()
    await Promise.all([saved, again])
    expect(await allAnnotations()).toHaveLength(1)
    expect(useNoteEditor.getState().editor).toBeNull()
  })

  test('what was typed last before a note is deleted comes back with it', async () => {
    await openMomentEditor(episodeId, 100)
    changeNote({ body: 'First.' })
    await saveNote()
    const [note] = await allAnnotations()
    if (note === undefined) throw new Error('no note')
    await editNote(note)
    changeNote({ body: 'First, and last.' })
    await deleteNotes([note.id], 'Note deleted.')
    await flushNotes()
    expect(await allAnnotations()).toEqual([])
    await undoLastEdit()
    expect(await allAnnotations()).toMatchObject([{ body: 'First, and last.' }])
  })
})
