import { NotebookPen } from 'lucide-react'
import type { Annotation } from '../../../shared/models/annotation.ts'
import { Button } from '../../elements/button.tsx'
import { editNote } from '../../notes/editor-actions.ts'
import { EditorPlaceContext, useEditorMovesOn } from '../../notes/editor-place.ts'
import { type OpenEditor, useNoteEditor } from '../../notes/editor-store.ts'
import { NoteEditor } from '../../notes/note-editor.tsx'
import { NoteItem } from '../../notes/note-item.tsx'
import { isOnlyTracked } from '../../tracker/only-tracked.ts'
import { TrackingStrip } from '../../tracker/tracking-strip.tsx'
import styles from './lane-list.module.css'

type CardNotesProps = {
  notes: readonly Annotation[]
  /** Of a new note on the highlight. */
  editor: OpenEditor | null
  onAnnotate: () => void
}

/** The notes on a highlight where it is listed, to be read, changed and written there. */
export function CardNotes({ notes, editor, onAnnotate }: CardNotesProps) {
  const editedId = useNoteEditor(({ editor: open }) => open?.session.noteId ?? null)
  const finished = notes.filter((note) => note.id !== editor?.session.noteId)
  // It has no words yet: its state is all there is to show, and what is written is written on it.
  const onlyTracked = finished.find((note) => isOnlyTracked(note) && note.id !== editedId)
  useEditorMovesOn(editor?.session.noteId ?? null)
  return (
    <EditorPlaceContext value="list">
      <div className={styles.notes}>
        {finished.map((note) =>
          note === onlyTracked && note.tracking !== null ? (
            <TrackingStrip key={note.id} note={note} tracking={note.tracking} />
          ) : (
            <div key={note.id} className={styles.note}>
              <NoteItem note={note} shows="words-only" />
            </div>
          ),
        )}
        {editor === null ? (
          <Button
            tone="quiet"
            className={styles.act}
            icon={<NotebookPen size={13} />}
            onClick={() =>
              onlyTracked === undefined ? onAnnotate() : void editNote(onlyTracked, null, 'list')
            }
          >
            {notes.length === 0 || onlyTracked !== undefined ? 'Annotate' : 'Write another note'}
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
