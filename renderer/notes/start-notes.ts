import { annotationWith } from '../db/annotations.ts'
import { editNote } from './editor-actions.ts'
import { useNoteEditor } from './editor-store.ts'
import { recallOpenNote } from './open-editor-memory.ts'

/** Opens the note again that was being written when the app last ended, unless another is being written by now. Called once, in start.tsx. */
export async function startNotes(): Promise<void> {
  const id = await recallOpenNote()
  const note = id === null ? null : await annotationWith(id)
  if (note === null || useNoteEditor.getState().editor !== null) return
  await editNote(note)
  // Without the cursor in it: at the start, Space should still play.
  useNoteEditor.setState({ wantsFocus: false })
}
