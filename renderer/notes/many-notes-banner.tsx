import { Button } from '../elements/button.tsx'
import { ProgressBar } from '../elements/progress-bar.tsx'
import { useManyNotes } from './many-notes.ts'
import styles from './many-notes-banner.module.css'

/** Across the window while very many notes are changed. What was changed when it is stopped stays, and can be undone. */
export function ManyNotesBanner() {
  const underWay = useManyNotes((state) => state.underWay)
  if (underWay === null) return null
  const { seen, of, stop } = underWay
  return (
    <section aria-label="Changing notes" className={styles.banner}>
      <span>
        {seen.toLocaleString('en')} of {of.toLocaleString('en')} notes
      </span>
      <ProgressBar label="Changing notes" value={seen / of} className={styles.bar} />
      <Button tone="quiet" onClick={stop}>
        Stop
      </Button>
    </section>
  )
}
