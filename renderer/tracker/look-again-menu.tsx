import { CalendarClock } from 'lucide-react'
import type { Tracking } from '../../shared/models/tracking.ts'
import { isDue } from '../../shared/tracking/standing.ts'
import { Menu, type MenuItem } from '../elements/menu.tsx'
import { dayWords, lookAgainWords } from './day-words.ts'
import { quickDays } from './quick-days.ts'
import { useToday } from './today.ts'
import styles from './tracking-strip.module.css'

type LookAgainMenuProps = {
  tracking: Tracking
  onDay: (day: string | null) => void
  /** The day alone where there is little room; its name says the rest. */
  shows: 'all' | 'day'
  tabIndex?: number
  /** A day is chosen elsewhere, where there is room for a calendar. */
  onOtherDay: () => void
}

/** When to look again: the day that is set, or how to set one. */
export function LookAgainMenu({ tracking, shows, tabIndex = 0, onDay, onOtherDay }: LookAgainMenuProps) {
  const today = useToday((state) => state.today)
  const { lookAgainOn } = tracking
  const words = lookAgainWords(lookAgainOn, today)
  const shown = shows === 'day' && lookAgainOn !== null ? dayWords(lookAgainOn, today) : words
  const items: MenuItem[] = [
    ...quickDays(today).map(({ label, day }) => ({ label, run: () => onDay(day) })),
    { label: 'On a day…', run: onOtherDay },
  ]
  if (lookAgainOn !== null) items.push({ label: 'No day', run: () => onDay(null) })
  return (
    <Menu
      label={words === null ? 'Look again' : `${words}. Change the day`}
      className={styles.again}
      tabIndex={tabIndex}
      icon={
        <span className={styles.againWords} data-due={isDue(tracking, today)}>
          <CalendarClock size={14} aria-hidden="true" />
          {shown ?? 'Look again'}
        </span>
      }
      items={items}
    />
  )
}
