import { Pencil, Trash2 } from 'lucide-react'
import { memo, useContext, useRef } from 'react'
import { anchorEnd, anchorQuote } from '../../shared/models/anchor.ts'
import type { Annotation } from '../../shared/models/annotation.ts'
import { clockText } from '../../shared/time/clock.ts'
import { useOffset } from '../db/use-offset.ts'
import { focusNeighbour } from '../elements/focus-neighbour.ts'
import { useFocusOnceBack } from '../elements/focus-once-back.ts'
import { IconButton } from '../elements/icon-button.tsx'
import { KindBadge } from '../elements/kind-badge.tsx'
import { Markdown } from '../elements/markdown.tsx'
import { toAudio } from '../player/timeline.ts'
import { TrackingStrip } from '../tracker/tracking-strip.tsx'
import { deleteNote } from './actions.ts'
import { changeNotes } from './change-notes.ts'
import { editNote } from './editor-actions.ts'
import { EditorPlaceContext, useEditorMovesOn } from './editor-place.ts'
import { useNoteEditor } from './editor-store.ts'
import { FollowedPlace } from './followed-place.tsx'
import { NoteEditor } from './note-editor.tsx'
import styles from './note-item.module.css'
import { NoteMarks } from './note-marks.tsx'
import { NoteMenu } from './note-menu.tsx'
import { PlayTimeButton } from './play-time-button.tsx'
import { useScrolledTo } from './pointed-note.ts'
import { StarButton } from './star-button.tsx'

type NoteItemProps = {
  note: Annotation
  /** What stands above its words: its highlight, its chapter, or nothing where the place tells already. */
  shows: 'quote' | 'chapter' | 'words-only'
  onEdit?: (note: Annotation) => void
}

/** A note: when, what, and what can be done with it. While it is edited, the editor stands in its place. */
export const NoteItem = memo(function NoteItem({ note, shows, onEdit }: NoteItemProps) {
  const element = useRef<HTMLDivElement>(null)
  const here = useContext(EditorPlaceContext)
  const editor = useNoteEditor(({ editor: open, place }) =>
    place === here && open?.session.noteId === note.id && !open.session.isNew ? open : null,
  )
  useEditorMovesOn(here === 'list' && editor !== null ? note.id : null)
  const editButton = useFocusOnceBack<HTMLButtonElement>(editor !== null)
  useScrolledTo(element, here === 'episode' ? note.id : null)
  const { anchor } = note
  const offsetSeconds = useOffset(note.episodeId)
  if (editor !== null && onEdit === undefined) {
    return <NoteEditor editor={editor} />
  }

  const name =
    anchor.startSeconds === undefined
      ? 'note'
      : `note at ${clockText(toAudio(anchor.startSeconds, offsetSeconds))}`
  const end = anchorEnd(anchor)
  return (
    <div ref={element} className={styles.note} data-shows={shows}>
      <div className={styles.when}>
        {anchor.startSeconds === undefined ? null : (
          <PlayTimeButton episodeId={note.episodeId} seconds={anchor.startSeconds} />
        )}
        {end === null ? null : (
          <span className={styles.end}>to {clockText(toAudio(end, offsetSeconds))}</span>
        )}
      </div>
      <div className={styles.what}>
        <About note={note} shows={shows} />
        {note.body.trim() !== '' ? (
          <Markdown text={note.body} />
        ) : note.tracking === null ? (
          <p className={styles.mark}>Marked, without words yet</p>
        ) : null}
        <NoteMarks note={note} />
        {note.tracking === null ? null : <TrackingStrip note={note} tracking={note.tracking} />}
        <FollowedPlace note={note} />
      </div>
      <div className={styles.acts}>
        <StarButton
          label={`Star ${name}`}
          starred={note.starred}
          onChange={(starred) => void changeNotes([note.id], () => ({ starred }), null)}
        />
        <IconButton
          ref={editButton}
          label={`Edit ${name}`}
          icon={<Pencil size={14} />}
          size="small"
          onClick={() => (onEdit === undefined ? void editNote(note, null, here) : onEdit(note))}
        />
        <NoteMenu note={note} name={name} />
        <IconButton
          label={`Delete ${name}`}
          icon={<Trash2 size={14} />}
          size="small"
          onClick={(event) => {
            focusNeighbour(event.currentTarget.closest('[data-shows]')?.parentElement)
            void deleteNote(note)
          }}
        />
      </div>
    </div>
  )
})

function About({ note: { anchor, context }, shows }: Pick<NoteItemProps, 'note' | 'shows'>) {
  if (shows === 'words-only') return null
  if (anchor.kind === 'highlight') {
    return (
      <blockquote className={styles.quote}>
        <KindBadge kind={anchor.highlightKind} />
        <p>{anchor.quote}</p>
      </blockquote>
    )
  }
  const words = anchorQuote(anchor)
  if (words !== null) {
    return (
      <p className={styles.chapter}>
        {anchor.kind === 'chapter' ? 'The chapter ' : null}“<span dir="auto">{words}</span>”
      </p>
    )
  }
  if (shows === 'quote' || context.chapterTitle === null) return null
  return <p className={styles.chapter}>{context.chapterTitle}</p>
}
