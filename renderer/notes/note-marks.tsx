import type { Annotation } from '../../shared/models/annotation.ts'
import { ColourBadge } from '../elements/colour-badge.tsx'
import styles from './note-marks.module.css'

/** What a note was marked with: what its colour says, and its tags. */
export function NoteMarks({ note: { colour, tags } }: { note: Annotation }) {
  if (colour === null && tags.length === 0) return null
  return (
    <div className={styles.marks}>
      <ColourBadge colour={colour} />
      {tags.map((tag) => (
        <span key={tag} className={styles.tag} dir="auto">
          {tag}
        </span>
      ))}
    </div>
  )
}
