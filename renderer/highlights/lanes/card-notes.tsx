import { NotebookPen } from 'lucide-react'
import type { Annotation } from '../../../shared/models/annotation.ts'
import { Button } from '../../elements/button.tsx'
import { EditorPlaceContext, useEditorMovesOn } from '../../notes/editor-place.ts'
import type { OpenEditor } from '../../notes/editor-store.ts'
import { NoteEditor } from '../../notes/note-editor.tsx'
import { NoteItem } from '../../notes/note-item.tsx'
import styles from './lane-list.module.css'

type CardNotesProps = {
  notes: readonly Annotation[]
  /** Of a new note on the highlight. */
  editor: OpenEditor | null
  onAnnotate: () => void
}

/** The notes on a highlight where it is listed, to be read, changed and written there. */
export function CardNotes({ notes, editor, onAnnotate }: CardNotesProps) {
  const finished = notes.filter((note) => note.id !== editor?.session.noteId)
  useEditorMovesOn(editor?.session.noteId ?? null)
  return (
    <EditorPlaceContext value="list">
      <div className={styles.notes}>
        {finished.map((note) => (
          <div key={note.id} className={styles.note}>
            <NoteItem note={note} shows="words-only" />
          </div>
        ))}
        {editor === null ? (
          <Button tone="quiet" className={styles.act} icon={<NotebookPen size={13} />} onClick={onAnnotate}>
            {notes.length === 0 ? 'Annotate' : 'Write another note'}
          </Button>
        ) : (
          <div className={styles.note}>
            <NoteEditor editor={editor} />
          </div>
        )}
      </div>
    </EditorPlaceContext>
  )
}
