import { CalendarClock } from 'lucide-react'
import { stateWords } from '../../shared/formats/note-words.ts'
import { stateIcons } from './state-icons.ts'
import type { TrackedGroupName } from './tracked-groups.ts'
import styles from './tracker-list.module.css'

export function TrackerGroupHead({ name, count }: { name: TrackedGroupName; count: number }) {
  const Icon = name === 'due' ? CalendarClock : stateIcons[name]
  return (
    <h3 className={styles.heading}>
      <Icon size={14} aria-hidden="true" />
      <span>{name === 'due' ? 'To look at again' : stateWords[name]}</span>
      <span className={styles.count}>{count.toLocaleString('en')}</span>
    </h3>
  )
}
