import { annotationOf } from '../../../shared/models/annotation.ts'
import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, test } from 'vitest'
import { database } from '../../../renderer/db/database.ts'
import {
  closeEditor,
  discardDraft,
  editNote,
  flushDrafts,
  moveStart,
  openHighlightEditor,
  openMomentEditor,
  writeText,
} from '../../../renderer/notes/editor-actions.ts'
import { useNoteEditor } from '../../../renderer/notes/editor-store.ts'
import { startNotes } from '../../../renderer/notes/start-notes.ts'

const episodeId = 'night/queues'
const highlight = { kind: 'main-idea', text: 'Slow is smooth.' } as const

function open() {
  const { editor } = useNoteEditor.getState()
  if (editor === null) throw new Error('no editor is open')
  return editor
}

async function draftTexts(): Promise<string[]> {
  return (await database.drafts.toArray()).map((draft) => draft.text).sort()
}

beforeEach(async () => {
  closeEditor()
  await flushDrafts()
  await Promise.all([database.drafts.clear(), database.memory.clear(), database.annotations.clear()])
})

describe('the note editor', () => {
  test('keeps what was typed when another note is opened', async () => {
    await openMomentEditor(episodeId, 100)
    writeText('first thought')
    await openHighlightEditor(episodeId, highlight)
    expect(open().text).toBe('')
    writeText('second thought')
    await openMomentEditor(episodeId, 900)
    expect(open().text).toBe('')
    expect(await draftTexts()).toEqual(['first thought', 'second thought'])
  })

  test('goes on with the text that was left at a highlight', async () => {
    await openHighlightEditor(episodeId, highlight)
    writeText('half a thought')
    closeEditor()
    await openHighlightEditor(episodeId, highlight)
    expect(open().text).toBe('half a thought')
  })

  test('goes on with an unfinished note close by, and begins a new one further on', async () => {
    await openMomentEditor(episodeId, 100)
    writeText('half a thought')
    closeEditor()
    await openMomentEditor(episodeId, 112)
    expect(open()).toMatchObject({ text: 'half a thought', target: { startSeconds: 100 } })
    await openMomentEditor(episodeId, 400)
    expect(open()).toMatchObject({ text: '', target: { startSeconds: 400 } })
  })

  test('moves with the person while nothing is written yet, and keeps no empty drafts', async () => {
    await openMomentEditor(episodeId, 100)
    await openMomentEditor(episodeId, 104)
    expect(open().target).toMatchObject({ startSeconds: 104 })
    closeEditor()
    await flushDrafts()
    expect(await draftTexts()).toEqual([])
  })

  test('keeps a moment that was moved by hand with its draft', async () => {
    await openMomentEditor(episodeId, 100)
    writeText('a thought')
    moveStart(-5, 2000)
    await flushDrafts()
    expect(await database.drafts.toArray()).toMatchObject([{ text: 'a thought', startSeconds: 95 }])
  })

  test('tells when the draft is on disk, and no longer once more was typed', async () => {
    await openMomentEditor(episodeId, 100)
    writeText('a thought')
    expect(open().keptText).not.toBe(open().text)
    await flushDrafts()
    expect(open().keptText).toBe('a thought')
    writeText('a thought more')
    expect(open().keptText).not.toBe(open().text)
  })

  test('begins an edit with the words of the note', async () => {
    await editNote(
      annotationOf({
        id: '0190a0b0-0000-7000-8000-000000000000',
        episodeId,
        anchor: { kind: 'moment', startSeconds: 5 },
        body: 'as it is',
        context: {
          episodeTitle: '',
          podcastTitle: '',
          chapterTitle: null,
          chapterStartSeconds: null,
          durationSeconds: null,
        },
        createdAt: '2026-03-04T10:00:00.000Z',
        updatedAt: '2026-03-04T10:00:00.000Z',
        deletedAt: null,
      }),
    )
    expect(open().text).toBe('as it is')
    closeEditor()
    await flushDrafts()
    expect(await draftTexts()).toEqual([])
  })

  test('closes and forgets the text when it is discarded', async () => {
    await openMomentEditor(episodeId, 100)
    writeText('no')
    await discardDraft(open().target)
    await flushDrafts()
    expect(useNoteEditor.getState().editor).toBeNull()
    expect(await draftTexts()).toEqual([])
  })
})

describe('a start of the app', () => {
  test('opens the note again that was being written, without taking the keys', async () => {
    await openMomentEditor(episodeId, 100)
    writeText('half a thought')
    await flushDrafts()
    // As after kill -9: what is in memory is gone, what is in the database is there.
    useNoteEditor.setState({ editor: null, wantsFocus: false })
    await startNotes()
    expect(open()).toMatchObject({ text: 'half a thought', target: { kind: 'moment', startSeconds: 100 } })
    expect(useNoteEditor.getState().wantsFocus).toBe(false)
  })

  test('leaves a note closed that was closed', async () => {
    await openMomentEditor(episodeId, 100)
    writeText('half a thought')
    closeEditor()
    await flushDrafts()
    await startNotes()
    expect(useNoteEditor.getState().editor).toBeNull()
    expect(await draftTexts()).toEqual(['half a thought'])
  })
})
