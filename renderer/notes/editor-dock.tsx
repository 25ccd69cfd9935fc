import type { EpisodeId } from '../../shared/models/identity.ts'
import styles from './editor-dock.module.css'
import { type OpenEditor, useNoteEditor } from './editor-store.ts'
import { NoteEditor } from './note-editor.tsx'

type EditorDockProps = {
  episodeId: EpisodeId
  /** Is there a place on the page for it: the highlight or the note that it is about? */
  hasPlace: (editor: OpenEditor) => boolean
}

/**
 * The editor at the foot of the episode's page, so that nothing that is being read moves: of new notes, and of any
 * whose place went away while it was written.
 */
export function EditorDock({ episodeId, hasPlace }: EditorDockProps) {
  const editor = useNoteEditor((state) =>
    state.place === 'episode' && state.editor?.session.episodeId === episodeId ? state.editor : null,
  )
  if (editor === null || hasPlace(editor)) return null
  return (
    <div className={styles.dock}>
      <div className={styles.measure}>
        <NoteEditor editor={editor} />
      </div>
    </div>
  )
}
