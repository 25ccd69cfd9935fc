import { readDraft } from '../db/drafts.ts'
import { useNoteEditor } from './editor-store.ts'
import { targetOfDraft } from './note-target.ts'
import { recallOpenEditor } from './open-editor-memory.ts'

/** Opens the note again that was being written when the app last ended. Called once, in start.tsx. */
export async function startNotes(): Promise<void> {
  const key = await recallOpenEditor()
  if (key === null) return
  const draft = await readDraft(key)
  const target = draft === undefined ? null : targetOfDraft(draft)
  if (draft === undefined || target === null) return
  // Without the cursor in it: at the start, Space should still play.
  useNoteEditor.setState({
    editor: { target, text: draft.text, keptText: draft.text, saving: false, problem: null },
  })
}
