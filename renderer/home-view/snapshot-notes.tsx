import { useMemo, useState } from 'react'
import { clockText } from '../../shared/time/clock.ts'
import { Button } from '../elements/button.tsx'
import { EmptyState } from '../elements/empty-state.tsx'
import { Markdown } from '../elements/markdown.tsx'
import { Segmented } from '../elements/segmented.tsx'
import { MoreOnScroll } from '../notes/more-on-scroll.tsx'
import { notesWith } from '../notes/notes-with.ts'
import type { NoteThen } from './snapshot-difference.ts'
import styles from './snapshot-notes.module.css'

/** So many are drawn at first, and so many more each time their end is near. */
const notesAtOnce = 60

type Which = 'all' | 'changed' | 'deleted'
const options = [
  { value: 'all', label: 'All' },
  { value: 'changed', label: 'Changed since' },
  { value: 'deleted', label: 'Deleted since' },
] as const

type SnapshotNotesProps = { notes: readonly NoteThen[]; onBringBack: (note: NoteThen) => void }

/** The notes of a snapshot, with what became of each. */
export function SnapshotNotes({ notes, onBringBack }: SnapshotNotesProps) {
  const [typed, setTyped] = useState('')
  const [which, setWhich] = useState<Which>('all')
  const [drawn, setDrawn] = useState(notesAtOnce)
  const found = useMemo(() => chosenOf(notes, which, typed), [notes, which, typed])

  if (notes.length === 0)
    return <EmptyState title="It holds no notes">There were none at that time.</EmptyState>
  return (
    <>
      <div className={styles.tools}>
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
        <Segmented
          label="Which notes"
          options={options}
          value={which}
          onChange={(chosen) => {
            setWhich(chosen)
            setDrawn(notesAtOnce)
          }}
        />
      </div>
      {found.length === 0 ? (
        <EmptyState title="No note is like that">Choose “All”, or take a word away, to see more.</EmptyState>
      ) : (
        <ul aria-label="Notes of the snapshot" className={styles.list}>
          {found.slice(0, drawn).map((note) => (
            <li key={note.note.id} className={styles.note}>
              <OneNote then={note} onBringBack={onBringBack} />
            </li>
          ))}
        </ul>
      )}
      {drawn < found.length ? <MoreOnScroll onNear={() => setDrawn(drawn + notesAtOnce)} /> : null}
    </>
  )
}

function OneNote({ then, onBringBack }: { then: NoteThen; onBringBack: SnapshotNotesProps['onBringBack'] }) {
  const { note, now } = then
  const { startSeconds } = note.anchor
  const where = startSeconds === undefined ? '' : ` at ${clockText(startSeconds)}`
  return (
    <>
      <div className={styles.head}>
        <h3 className={styles.title} dir="auto">
          {note.context.episodeTitle}{' '}
          {startSeconds === undefined ? null : <span className={styles.time}>{clockText(startSeconds)}</span>}
        </h3>
        {now.kind === 'same' ? null : (
          <>
            <span className={styles.state}>{now.kind === 'deleted' ? 'Deleted since' : 'Changed since'}</span>
            <Button
              aria-label={`Bring back the note${where} on ${note.context.episodeTitle}`}
              onClick={() => onBringBack(then)}
            >
              Bring back
            </Button>
          </>
        )}
      </div>
      <NoteText body={note.body} />
      {now.kind === 'changed' ? (
        <div className={styles.now}>
          <p className={styles.label}>Now</p>
          <NoteText body={now.note.body} />
        </div>
      ) : null}
    </>
  )
}

function NoteText({ body }: { body: string }) {
  if (body.trim() === '') return <p className={styles.mark}>Marked, without words yet</p>
  return <Markdown text={body} />
}

function chosenOf(notes: readonly NoteThen[], which: Which, typed: string): readonly NoteThen[] {
  const ofKind = which === 'all' ? notes : notes.filter(({ now }) => now.kind === which)
  const found = new Set(
    notesWith(
      typed,
      ofKind.map(({ note }) => note),
    ),
  )
  return ofKind.filter(({ note }) => found.has(note))
}
