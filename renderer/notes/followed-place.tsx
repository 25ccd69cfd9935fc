import type { Annotation } from '../../shared/models/annotation.ts'
import { useOffset } from '../db/use-offset.ts'
import styles from './followed-place.module.css'
import { followedText, oldPlaceText } from './placement-words.ts'

/** Says quietly how a note followed a change of its episode, and what it was made on. */
export function FollowedPlace({ note }: { note: Annotation }) {
  const offsetSeconds = useOffset(note.episodeId)
  const text = followedText(note)
  if (note.placement === null || text === null) return null
  return (
    <details className={styles.followed} data-waits={note.placement.how === 'unplaced'}>
      <summary>{text}</summary>
      <p dir="auto">Made on: {oldPlaceText(note.placement, offsetSeconds)}</p>
    </details>
  )
}
