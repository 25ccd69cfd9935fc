import { undoEdit } from '../db/annotation-undo.ts'
import { notify } from '../shell/notice.ts'
import { deleteNotes } from './actions.ts'
import { closeEditor, flushNotes } from './editor-actions.ts'
import type { OpenEditor } from './editor-store.ts'
import { told } from './told.ts'

/** A new note goes; one that was there is as it was before it was opened. */
export async function discardNote({ session }: OpenEditor): Promise<void> {
  closeEditor()
  await flushNotes()
  if (session.isNew) {
    if (session.isStored())
      await told(deleteNotes([session.noteId], 'Note discarded.'), 'The note could not be deleted.')
    return
  }
  const editId = session.editId()
  if (editId === null) return
  await told(
    undoEdit(editId).then(() => notify({ text: 'The note is as it was before.' })),
    'The note could not be set back. Its history has what it was.',
  )
}
