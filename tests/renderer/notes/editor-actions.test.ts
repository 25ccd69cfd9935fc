import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, test } from 'vitest'
import { editsOf } from '../../../renderer/db/annotation-edits.ts'
import { undoLastEdit } from '../../../renderer/db/annotation-undo.ts'
import { allAnnotations, annotationWith, writeAnnotation } from '../../../renderer/db/annotations.ts'
import { database } from '../../../renderer/db/database.ts'
import { keepDraft } from '../../../renderer/db/drafts.ts'
import { discardNote } from '../../../renderer/notes/discard-note.ts'
import {
  changeNote,
  closeEditor,
  editNote,
  flushNotes,
  openHighlightEditor,
  openMomentEditor,
} from '../../../renderer/notes/editor-actions.ts'
import { useNoteEditor } from '../../../renderer/notes/editor-store.ts'
import { goOnWithDraft } from '../../../renderer/notes/old-drafts.ts'
import { startNotes } from '../../../renderer/notes/start-notes.ts'
import { madeEpisode } from '../made-episodes.ts'
import { storeMade } from '../stored-episodes.ts'

const episodeId = 'night/queues'
const highlight = { kind: 'main-idea', text: 'Slow is smooth.' } as const

function open() {
  const { editor } = useNoteEditor.getState()
  if (editor === null) throw new Error('no editor is open')
  return editor
}

async function texts(): Promise<string[]> {
  return (await allAnnotations()).map(({ body }) => body).sort()
}

async function written(body: string) {
  return writeAnnotation({
    episodeId,
    anchor: { kind: 'moment', startSeconds: 5 },
    body,
    context: {
      episodeTitle: '',
      podcastTitle: '',
      chapterTitle: null,
      chapterStartSeconds: null,
      durationSeconds: null,
    },
  })
}

beforeEach(async () => {
  closeEditor()
  await flushNotes()
  await Promise.all(database.tables.map((table) => table.clear()))
  await storeMade(
    madeEpisode('night', 'queues', {
      title: 'Queues that never drain',
      podcastTitle: 'Night Shift',
      durationSeconds: 2700,
      chapters: [
        { startSeconds: 60, title: 'The outage', description: '' },
        { startSeconds: 120, title: 'The wall', description: '' },
      ],
    }),
  )
})

describe('a new note', () => {
  test('is one from its first words on, with what it was written on', async () => {
    await openMomentEditor(episodeId, 100)
    await flushNotes()
    expect(await texts()).toEqual([])
    changeNote({ body: 'a' })
    changeNote({ body: 'a thou' })
    await flushNotes()
    changeNote({ body: 'a thought', tags: ['Later'] })
    await flushNotes()
    expect(await allAnnotations()).toMatchObject([
      {
        ...{ episodeId, body: 'a thought', tags: ['Later'], anchor: { kind: 'moment', startSeconds: 100 } },
        context: {
          episodeTitle: 'Queues that never drain',
          chapterTitle: 'The outage',
          durationSeconds: 2700,
        },
      },
    ])
    // What stood there between two key strokes is no version of it.
    expect(await database.annotationEdits.count()).toBe(0)
  })

  test('stays written when another is opened, and nothing stays of one that says nothing', async () => {
    await openMomentEditor(episodeId, 100)
    changeNote({ body: 'first thought' })
    await openHighlightEditor(episodeId, highlight)
    expect(open().content.body).toBe('')
    changeNote({ body: 'second thought' })
    await openMomentEditor(episodeId, 900)
    changeNote({ body: 'taken back' })
    await flushNotes()
    changeNote({ body: ' ' })
    closeEditor()
    await flushNotes()
    await expect.poll(texts).toEqual(['first thought', 'second thought'])
  })

  test('is gone on with when asked for close by, and another begun further on', async () => {
    await openMomentEditor(episodeId, 100)
    changeNote({ body: 'half a thought' })
    await openMomentEditor(episodeId, 112)
    expect(open().content).toMatchObject({ body: 'half a thought', anchor: { startSeconds: 100 } })
    await openMomentEditor(episodeId, 400)
    expect(open().content).toMatchObject({ body: '', anchor: { startSeconds: 400 } })
  })

  test('moves with the person while nothing is written yet', async () => {
    await openMomentEditor(episodeId, 100)
    await openMomentEditor(episodeId, 104)
    expect(open().content.anchor).toMatchObject({ startSeconds: 104 })
  })

  test('that is moved is on the chapter it was moved to', async () => {
    await openMomentEditor(episodeId, 100)
    changeNote({ body: 'a thought' })
    await flushNotes()
    changeNote({ anchor: { kind: 'range', startSeconds: 121, endSeconds: 130.5 } })
    await flushNotes()
    expect(await allAnnotations()).toMatchObject([
      { anchor: { kind: 'range', endSeconds: 130.5 }, context: { chapterTitle: 'The wall' } },
    ])
  })

  test('that is discarded goes, and can be had back', async () => {
    await openMomentEditor(episodeId, 100)
    changeNote({ body: 'unsure' })
    await discardNote(open())
    expect(await texts()).toEqual([])
    await undoLastEdit()
    expect(await texts()).toEqual(['unsure'])
  })
})

test('tells when what is typed is in the database, and no longer once more was typed', async () => {
  await openMomentEditor(episodeId, 100)
  changeNote({ body: 'a thought' })
  expect(open().kept).toBeNull()
  await flushNotes()
  expect(open().kept).toEqual(open().content)
  changeNote({ body: 'a thought more' })
  expect(open().kept).not.toEqual(open().content)
})

describe('a note that is edited', () => {
  test('is written as it is typed, as one version, and is as it was when that is discarded', async () => {
    const note = await written('as it is')
    await editNote(note)
    expect(open().content.body).toBe('as it is')
    changeNote({ body: 'as it ' })
    await flushNotes()
    changeNote({ body: 'as it will be', starred: true })
    await flushNotes()
    expect(await annotationWith(note.id)).toMatchObject({ body: 'as it will be', starred: true })
    expect(await editsOf(note.id)).toMatchObject([{ befores: [{ body: 'as it is', starred: false }] }])
    await discardNote(open())
    expect(await annotationWith(note.id)).toMatchObject({ body: 'as it is', starred: false })
  })

  test('is another version at the next sitting', async () => {
    const note = await written('one')
    for (const body of ['two', 'three']) {
      await editNote((await annotationWith(note.id)) ?? note)
      changeNote({ body })
      closeEditor()
      await flushNotes()
    }
    expect((await editsOf(note.id)).map(({ befores }) => befores[0]?.body)).toEqual(['two', 'one'])
  })

  test('stays a note when all its words are taken out', async () => {
    const note = await written('words')
    await editNote(note)
    changeNote({ body: '' })
    closeEditor()
    await flushNotes()
    expect(await annotationWith(note.id)).toMatchObject({ body: '' })
  })
})

describe('what an older version kept as a draft', () => {
  const stamps = { episodeId, startSeconds: 95 } as const

  test('becomes a note when it is gone on with, and is no draft then', async () => {
    const draft = { key: 'moment 0190a0b0-0000-7000-8000-000000000000', text: 'half a', ...stamps }
    await keepDraft(draft)
    const [stored] = await database.drafts.toArray()
    if (stored === undefined) throw new Error('no draft')
    await goOnWithDraft(stored)
    await flushNotes()
    expect(await allAnnotations()).toMatchObject([
      { body: 'half a', anchor: { kind: 'moment', startSeconds: 95 } },
    ])
    expect(await database.drafts.count()).toBe(0)
  })

  test('finds its highlight, whatever its words', async () => {
    const quote = 'Slow: is smooth — and  spaced'
    await keepDraft({ key: `highlight ${episodeId} failure-mode ${quote}`, text: 'why', ...stamps })
    const [stored] = await database.drafts.toArray()
    if (stored === undefined) throw new Error('no draft')
    await goOnWithDraft(stored)
    await flushNotes()
    expect(await allAnnotations()).toMatchObject([
      { anchor: { kind: 'highlight', highlightKind: 'failure-mode', quote, startSeconds: 95 } },
    ])
  })

  test('of an edit becomes the words of its note, which had others before', async () => {
    const note = await written('before')
    await keepDraft({ key: `edit ${note.id}`, text: 'after', episodeId, startSeconds: null })
    const [stored] = await database.drafts.toArray()
    if (stored === undefined) throw new Error('no draft')
    await goOnWithDraft(stored)
    await flushNotes()
    expect(await annotationWith(note.id)).toMatchObject({ body: 'after' })
    expect(await editsOf(note.id)).toMatchObject([{ befores: [{ body: 'before' }] }])
    expect(await database.drafts.count()).toBe(0)
  })
})

describe('after a restart', () => {
  test('the note that was being written is open again, and does not take the focus', async () => {
    await openMomentEditor(episodeId, 100)
    changeNote({ body: 'half a thought' })
    await flushNotes()
    await expect.poll(async () => (await database.memory.get('open-note'))?.value).toBe(open().session.noteId)
    useNoteEditor.setState({ editor: null })
    await startNotes()
    expect(open().content.body).toBe('half a thought')
    expect(useNoteEditor.getState().wantsFocus).toBe(false)
  })

  test('another that is being written by then stays open', async () => {
    await openMomentEditor(episodeId, 100)
    changeNote({ body: 'half a thought' })
    await flushNotes()
    const before = open().session.noteId
    await expect.poll(async () => (await database.memory.get('open-note'))?.value).toBe(before)
    useNoteEditor.setState({ editor: null })
    const starting = startNotes()
    await openMomentEditor(episodeId, 900)
    changeNote({ body: 'a whole one' })
    await starting
    expect(open().content.body).toBe('a whole one')
  })

  test('nothing is open when it had been closed', async () => {
    await openMomentEditor(episodeId, 100)
    changeNote({ body: 'done' })
    closeEditor()
    await flushNotes()
    await startNotes()
    expect(useNoteEditor.getState().editor).toBeNull()
  })
})
