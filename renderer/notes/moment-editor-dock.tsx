import type { EpisodeId } from '../../shared/models/identity.ts'
import { useNoteEditor } from './editor-store.ts'
import styles from './moment-editor-dock.module.css'
import { NoteEditor } from './note-editor.tsx'

type MomentEditorDockProps = { episodeId: EpisodeId; durationSeconds: number | null }

/** The editor of a new note, at the foot of the episode's page, so that nothing that is being read moves. */
export function MomentEditorDock({ episodeId, durationSeconds }: MomentEditorDockProps) {
  const editor = useNoteEditor(({ editor: open }) =>
    open?.target.kind === 'moment' && open.target.episodeId === episodeId ? open : null,
  )
  if (editor === null) return null
  return (
    <div className={styles.dock}>
      <NoteEditor editor={editor} durationSeconds={durationSeconds} />
    </div>
  )
}
