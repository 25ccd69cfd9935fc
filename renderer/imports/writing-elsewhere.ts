import { isElsewhere } from '../../shared/models/elsewhere.ts'
import { useNoteEditor } from '../notes/editor-store.ts'

/** Whether a note is being written whose episode is still to come: tied now, it would leave the page under the person's hands. */
export function isWritingElsewhere(): boolean {
  const { editor } = useNoteEditor.getState()
  return editor !== null && isElsewhere(editor.session.episodeId)
}
