import type { NoteChange } from '../../shared/annotations/edits.ts'
import type { Annotation } from '../../shared/models/annotation.ts'
import { changeAnnotations } from '../db/annotation-edits.ts'
import { tellWithUndo } from './actions.ts'
import { closeEditor, flushNotes } from './editor-actions.ts'
import { useNoteEditor } from './editor-store.ts'
import { accompanied } from './many-notes.ts'
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
  const act = ids.length === 1 ? 'edited' : 'changed-many'
  await told(
    accompanied(ids.length, (along) => changeAnnotations(ids, act, change, along)).then(
      ({ value: done, wasStopped }) => {
        if (done === null || (said === null && !wasStopped)) return
        const text = said === null ? 'Changed.' : said(done.count)
        tellWithUndo(wasStopped ? `Stopped. ${text}` : text, done.editId)
      },
    ),
    ids.length === 1
      ? 'That could not be written to disk. Make room there and try again.'
      : 'Not all of that could be written to disk. Make room there and try again; Undo takes back what was.',
  )
}
