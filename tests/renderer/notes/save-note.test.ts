import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { allAnnotations, deleteAnnotation } from '../../../renderer/db/annotations.ts'
import { database } from '../../../renderer/db/database.ts'
import {
  closeEditor,
  editNote,
  flushDrafts,
  openMomentEditor,
  writeText,
} from '../../../renderer/notes/editor-actions.ts'
import { useNoteEditor } from '../../../renderer/notes/editor-store.ts'
import { saveNote } from '../../../renderer/notes/save-note.ts'
import { useAnnouncements } from '../../../renderer/shell/announce.ts'
import { madeEpisode } from '../made-episodes.ts'
import { storeMade } from '../stored-episodes.ts'

const episodeId = 'night/queues'

beforeEach(async () => {
  closeEditor()
  await flushDrafts()
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

describe('saving a note', () => {
  test('writes it with what it was written on, drops its draft, closes and says so', async () => {
    await openMomentEditor(episodeId, 100)
    writeText('  Backpressure **first**.\n')
    await flushDrafts()
    await saveNote()
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
    expect(await database.drafts.count()).toBe(0)
    expect(useNoteEditor.getState().editor).toBeNull()
    expect(useAnnouncements.getState().polite.at(-1)?.text).toBe('Note saved')
  })

  test('writes one note, however often the button is pressed', async () => {
    await openMomentEditor(episodeId, 100)
    writeText('once')
    await Promise.all([saveNote(), saveNote(), saveNote()])
    expect(await allAnnotations()).toHaveLength(1)
  })

  test('asks for words when there are none, and stays open', async () => {
    await openMomentEditor(episodeId, 100)
    writeText(' \n ')
    await saveNote()
    expect(useNoteEditor.getState().editor?.problem).toMatch(/nothing to save/i)
    expect(await allAnnotations()).toEqual([])
  })

  test('changes the words of a note that is edited, and nothing else of it', async () => {
    await openMomentEditor(episodeId, 100)
    writeText('before')
    await saveNote()
    const [before] = await allAnnotations()
    if (before === undefined) throw new Error('no note')
    await editNote(before)
    writeText('after')
    await saveNote()
    const after = await allAnnotations()
    expect(after).toEqual([{ ...before, body: 'after', updatedAt: after[0]?.updatedAt }])
  })

  test('keeps the words when the note they belong to was deleted meanwhile', async () => {
    await openMomentEditor(episodeId, 100)
    writeText('before')
    await saveNote()
    const [note] = await allAnnotations()
    if (note === undefined) throw new Error('no note')
    await editNote(note)
    writeText('after')
    await deleteAnnotation(note.id)
    await saveNote()
    expect(useNoteEditor.getState().editor).toMatchObject({ text: 'after', saving: false })
    expect(useNoteEditor.getState().editor?.problem).toMatch(/deleted/)
    expect(await database.drafts.toArray()).toMatchObject([{ text: 'after' }])
  })

  test('keeps the words when the disk refuses them, and can be tried again', async () => {
    await openMomentEditor(episodeId, 100)
    writeText('precious')
    const add = vi.spyOn(database.annotations, 'add').mockRejectedValueOnce(new Error('QuotaExceededError'))
    await saveNote()
    expect(useNoteEditor.getState().editor).toMatchObject({ text: 'precious', saving: false })
    expect(useNoteEditor.getState().editor?.problem).toMatch(/disk/)
    expect(await database.drafts.toArray()).toMatchObject([{ text: 'precious' }])
    add.mockRestore()
    await saveNote()
    expect(await allAnnotations()).toMatchObject([{ body: 'precious' }])
  })
})
