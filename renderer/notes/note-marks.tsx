import type { Annotation } from '../../shared/models/annotation.ts'
import { ColourBadge } from '../elements/colour-badge.tsx'
import { sourceName } from '../imports/source-names.ts'
import styles from './note-marks.module.css'

/** What a note was marked with: what its colour says, its tags, and the program it came from. */
export function NoteMarks({ note: { colour, tags, origin } }: { note: Annotation }) {
  if (colour === null && tags.length === 0 && origin === undefined) return null
  return (
    <div className={styles.marks}>
      <ColourBadge colour={colour} />
      {tags.map((tag) => (
        <span key={tag} className={styles.tag} dir="auto">
          {tag}
        </span>
      ))}
      {origin === undefined ? null : <span className={styles.origin}>From {sourceName(origin.from)}</span>}
    </div>
  )
}
