import { FlaskConical } from 'lucide-react'
import { useMemo } from 'react'
import type { Annotation } from '../../shared/models/annotation.ts'
import { useAnnotations } from '../db/use-annotations.ts'
import { EmptyState } from '../elements/empty-state.tsx'
import { useToday } from './today.ts'
import { groupTracked } from './tracked-groups.ts'
import { TrackerList } from './tracker-list.tsx'
import styles from './tracker-view.module.css'

const noNotes: readonly Annotation[] = []

/** Everything that the person means to try, and what became of it; what is due on top. */
export function TrackerView() {
  const notes = useAnnotations()
  const today = useToday((state) => state.today)
  const groups = useMemo(() => groupTracked(notes ?? noNotes, today), [notes, today])
  const total = groups.reduce((sum, group) => sum + group.notes.length, 0)
  return (
    <section className={styles.view} aria-label="Takeaways to try">
      <header className={styles.header}>
        <h2 className={styles.title}>To try</h2>
        {total === 0 ? null : <span className={styles.total}>{total.toLocaleString('en')}</span>}
      </header>
      {notes === undefined ? null : total === 0 ? (
        <EmptyState icon={<FlaskConical size={20} />} title="Nothing to try yet">
          Press “To try” on a practical takeaway of an episode, or in the menu of a note of your own. It waits
          here, with a day to look at it again, until you know whether it worked.
        </EmptyState>
      ) : (
        <TrackerList groups={groups} today={today} />
      )}
    </section>
  )
}
