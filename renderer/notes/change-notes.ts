import type { NoteChange } from '../../shared/annotations/edits.ts'
import type { Annotation } from '../../shared/models/annotation.ts'
import { changeAnnotations } from '../db/annotation-edits.ts'
import { tellWithUndo } from './actions.ts'
import { closeEditor, flushNotes } from './editor-actions.ts'
import { useNoteEditor } from './editor-store.ts'
import { told } from './told.ts'

/** Changes notes as one act. `said` tells it, with a way back; `null` of what shows by itself. */
export async function changeNotes(
  ids: readonly string[],
  change: (note: Annotation) => NoteChange | null,
  said: ((count: number) => string) | null,
): Promise<void> {
  const { editor } = useNoteEditor.getState()
  // What stands in the editor would be written over it.
  if (editor !== null && ids.includes(editor.session.noteId)) {
    closeEditor()
    await flushNotes()
  }
  await told(
    changeAnnotations(ids, ids.length === 1 ? 'edited' : 'changed-many', change).then((done) => {
      if (done !== null && said !== null) tellWithUndo(said(done.notes.length), done.editId)
    }),
    'That could not be written to disk. Make room there and try again.',
  )
}
