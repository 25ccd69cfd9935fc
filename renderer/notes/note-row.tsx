import { Star } from 'lucide-react'
import { type MouseEvent, memo } from 'react'
import type { Annotation } from '../../shared/models/annotation.ts'
import { useOffset } from '../db/use-offset.ts'
import { ColourBadge } from '../elements/colour-badge.tsx'
import { TrackingBadge } from '../tracker/tracking-badge.tsx'
import { firstWords } from './first-words.ts'
import styles from './notes-list.module.css'
import { PlayTimeButton } from './play-time-button.tsx'
import { selectUpTo, toggleSelected, useSelectedNotes } from './selected-notes.ts'
import { anchorTimes } from './time-words.ts'

type NoteRowProps = {
  note: Annotation
  index: number
  tabStop: boolean
  /** Under the heading of its episode it need not say which that is. */
  showsEpisode: boolean
  listed: () => readonly string[]
  onOpen: (note: Annotation, index: number) => void
}

const mostTags = 3

/** A note in two lines. Drawn anew only when something of its own changes. */
export const NoteRow = memo(function NoteRow(props: NoteRowProps) {
  const { note, index, tabStop, showsEpisode, listed, onOpen } = props
  const { anchor, context, tags } = note
  const isSelected = useSelectedNotes(({ ids }) => ids.has(note.id))
  const offsetSeconds = useOffset(note.episodeId)
  const words = firstWords(note)
  const name = `${words ?? 'Mark'}${anchor.startSeconds === undefined ? '' : `, ${anchorTimes(anchor, offsetSeconds)}`}`

  function select(event: MouseEvent): void {
    if (event.shiftKey) selectUpTo(note.id, listed())
    else toggleSelected(note.id)
  }

  return (
    <>
      <input
        type="checkbox"
        className={styles.box}
        aria-label={`Select ${name}`}
        tabIndex={tabStop ? 0 : -1}
        checked={isSelected}
        // The click tells of Shift, which the change does not.
        onClick={select}
        onChange={() => undefined}
      />
      <span className={styles.when}>
        {anchor.startSeconds === undefined ? null : (
          <PlayTimeButton episodeId={note.episodeId} seconds={anchor.startSeconds} />
        )}
      </span>
      <button
        type="button"
        data-note-row=""
        className={styles.main}
        tabIndex={tabStop ? 0 : -1}
        onClick={() => onOpen(note, index)}
      >
        <span className={styles.words} data-mark={words === null} dir="auto">
          {words ?? 'Marked, without words yet'}
        </span>
        <span className={styles.facts}>
          {note.starred ? (
            <Star size={12} fill="currentColor" className={styles.star} aria-label="Starred" />
          ) : null}
          <TrackingBadge tracking={note.tracking} />
          <ColourBadge colour={note.colour} />
          {tags.slice(0, mostTags).map((tag) => (
            <span key={tag} className={styles.tag} dir="auto">
              {tag}
            </span>
          ))}
          {tags.length > mostTags ? <span className={styles.tag}>+{tags.length - mostTags}</span> : null}
          <span className={styles.about} dir="auto">
            {showsEpisode ? context.episodeTitle : (context.chapterTitle ?? '')}
          </span>
        </span>
      </button>
    </>
  )
})
