import { NotebookPen } from 'lucide-react'
import { useState } from 'react'
import type { Annotation } from '../../shared/models/annotation.ts'
import { Button } from '../elements/button.tsx'
import { EmptyState } from '../elements/empty-state.tsx'
import { EditorPlaceContext } from '../notes/editor-place.ts'
import { NoteItem } from '../notes/note-item.tsx'
import { openEpisode } from '../shell/open.ts'
import styles from './dossier-view.module.css'

type DossierNotesListProps = {
  name: string
  notes: readonly Annotation[]
  /** What to do so that there are some. */
  empty: string
}

/** Whole notes are of any height: so many are built, and as many more when asked. */
const notesAtOnce = 100

/** Notes with the episode each is from; they can be read and changed where they stand. */
export function DossierNotesList({ name, notes, empty }: DossierNotesListProps) {
  const [shown, setShown] = useState(notesAtOnce)
  if (notes.length === 0) {
    return (
      <EmptyState icon={<NotebookPen size={20} />} title={`${name}: none yet`}>
        {empty}
      </EmptyState>
    )
  }
  return (
    <EditorPlaceContext value="list">
      <ul aria-label={name} className={styles.notes}>
        {notes.slice(0, shown).map((note) => (
          <li key={note.id} className={styles.note}>
            <button type="button" className={styles.from} onClick={() => openEpisode(note.episodeId)}>
              <span dir="auto">{note.context.episodeTitle}</span>
              <span dir="auto">{note.context.podcastTitle}</span>
            </button>
            <NoteItem note={note} shows="quote" />
          </li>
        ))}
        {notes.length > shown ? (
          <li className={styles.more}>
            <Button onClick={() => setShown(shown + notesAtOnce)}>
              Show more of {notes.length.toLocaleString('en')}
            </Button>
          </li>
        ) : null}
      </ul>
    </EditorPlaceContext>
  )
}
