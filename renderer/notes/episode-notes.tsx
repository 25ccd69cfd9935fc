import { Share } from 'lucide-react'
import type { Annotation } from '../../shared/models/annotation.ts'
import type { DraftRow } from '../db/rows.ts'
import { IconButton } from '../elements/icon-button.tsx'
import { openExport } from '../exports/open-export.ts'
import { KeyWords } from '../shell/keys-dialog.tsx'
import { useKeysOf } from '../shell/use-keys-of.ts'
import { DraftItem } from './draft-item.tsx'
import { useNoteEditor } from './editor-store.ts'
import styles from './episode-notes.module.css'
import { NoteItem } from './note-item.tsx'

type EpisodeNotesProps = {
  /** By time: those on moments, and those whose highlight the episode no longer has. */
  notes: readonly Annotation[]
  drafts: readonly DraftRow[]
}

/** The notes of one episode, and below them what was begun and not saved. */
export function EpisodeNotes({ notes, drafts }: EpisodeNotesProps) {
  const newId = useNoteEditor(({ editor }) => (editor?.session.isNew ? editor.session.noteId : null))
  // One that is being written for the first time stands in its editor.
  const finished = notes.filter((note) => note.id !== newId)
  const episodeId = finished[0]?.episodeId ?? null
  return (
    <section className={styles.section}>
      <div className={styles.line}>
        <h2 className={styles.heading}>
          Notes {finished.length === 0 ? null : <span className={styles.count}>{finished.length}</span>}
        </h2>
        {episodeId === null ? null : (
          <IconButton
            label="Export the notes of this episode"
            icon={<Share size={14} />}
            size="small"
            onClick={() => openExport({ kind: 'episode', episodeId })}
          />
        )}
      </div>
      {finished.length === 0 && drafts.length === 0 ? <NoNotes /> : null}
      {finished.length === 0 ? null : (
        <ul aria-label="Notes" className={styles.list}>
          {finished.map((note) => (
            <li key={note.id}>
              <NoteItem note={note} shows="chapter" />
            </li>
          ))}
        </ul>
      )}
      {drafts.length === 0 ? null : (
        <ul aria-label="Unfinished" className={styles.list}>
          {drafts.map((draft) => (
            <li key={draft.key}>
              <DraftItem draft={draft} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function NoNotes() {
  const note = useKeysOf('note-here')
  const mark = useKeysOf('mark')
  return (
    <p className={styles.empty}>
      Press {note === null ? 'Note in the player' : <KeyWords keys={note} />} while you listen to write a note
      {mark === null ? null : (
        <>
          , or <KeyWords keys={mark} /> to mark the moment and go on
        </>
      )}
      .
    </p>
  )
}
