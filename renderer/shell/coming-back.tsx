import { EmptyState } from '../elements/empty-state.tsx'
import { ProgressBar } from '../elements/progress-bar.tsx'
import styles from './moving-in.module.css'

/** Instead of an empty library while what it lost comes back. */
export function ComingBack() {
  return (
    <main className={styles.movingIn}>
      <EmptyState title="Putting your library back">
        Earmark’s database had lost what you made. It is put back from its second home; nothing is lost if you
        close the window.
        <ProgressBar label="Putting your library back" value="unknown" className={styles.progress} />
      </EmptyState>
    </main>
  )
}
