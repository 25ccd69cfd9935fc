import { NotebookPen } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { Annotation } from '../../shared/models/annotation.ts'
import { allAnnotations } from '../db/annotations.ts'
import { useLive } from '../db/use-live.ts'
import { EmptyState } from '../elements/empty-state.tsx'
import { View } from '../elements/view.tsx'
import { openEpisode } from '../shell/open.ts'
import { editNote } from './editor-actions.ts'
import { MoreOnScroll } from './more-on-scroll.tsx'
import { NoteItem } from './note-item.tsx'
import { notesByEpisode, notesWith } from './notes-by-episode.ts'
import styles from './notes-view.module.css'

/** So many are drawn at first, and so many more each time their end is near. */
const notesAtOnce = 60

/** Every note of the person's, newest first, under the episode it belongs to. */
export function NotesView() {
  const notes = useLive(allAnnotations, [])
  const [typed, setTyped] = useState('')
  const [drawn, setDrawn] = useState(notesAtOnce)
  const found = useMemo(() => notesWith(typed, notes ?? []), [typed, notes])
  const groups = useMemo(() => notesByEpisode(found.slice(0, drawn)), [found, drawn])

  const hasNotes = notes !== undefined && notes.length > 0
  const total = hasNotes
    ? found.length === notes.length
      ? notes.length.toLocaleString('en')
      : `${found.length.toLocaleString('en')} of ${notes.length.toLocaleString('en')}`
    : null
  const filter = hasNotes ? (
    <input
      type="search"
      className={styles.filter}
      aria-label="Filter by a word"
      placeholder="Filter by a word"
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value)
        setDrawn(notesAtOnce)
      }}
    />
  ) : null

  return (
    <View title="Notes" label="All notes" total={total} tools={filter}>
      {notes === undefined ? null : notes.length === 0 ? (
        <EmptyState icon={<NotebookPen size={20} />} title="No notes yet">
          Press N while an episode plays to write down what you just heard, or M to mark the moment and go on.
        </EmptyState>
      ) : found.length === 0 ? (
        <EmptyState title="No note holds these words">Take a word away to see more of them.</EmptyState>
      ) : (
        <>
          {groups.map((group) => (
            <section key={group.episodeId} className={styles.group}>
              <h2 className={styles.episode}>
                <button type="button" onClick={() => openEpisode(group.episodeId)}>
                  {group.episodeTitle}
                </button>
              </h2>
              <p className={styles.podcast}>{group.podcastTitle}</p>
              <ul className={styles.list} aria-label={group.episodeTitle}>
                {group.notes.map((note) => (
                  <li key={note.id}>
                    <NoteItem note={note} shows="chapter" onEdit={editOnItsPage} />
                  </li>
                ))}
              </ul>
            </section>
          ))}
          {drawn < found.length ? <MoreOnScroll onNear={() => setDrawn(drawn + notesAtOnce)} /> : null}
        </>
      )}
    </View>
  )
}

/** A note is edited beside what it is about, so that there is one editor to look at. */
function editOnItsPage(note: Annotation): void {
  openEpisode(note.episodeId)
  void editNote(note)
}
