import { stateWords } from '../../shared/formats/note-words.ts'
import type { Tracking } from '../../shared/models/tracking.ts'
import { stateIcons } from './state-icons.ts'
import styles from './tracking-badge.module.css'

/** What became of a takeaway, in one word beside its note. */
export function TrackingBadge({ tracking }: { tracking: Tracking | null }) {
  if (tracking === null) return null
  const Icon = stateIcons[tracking.state]
  return (
    <span className={styles.badge}>
      <Icon size={12} aria-hidden="true" />
      {stateWords[tracking.state]}
    </span>
  )
}
