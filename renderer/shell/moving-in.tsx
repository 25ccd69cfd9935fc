import { EmptyState } from '../elements/empty-state.tsx'
import { ProgressBar } from '../elements/progress-bar.tsx'
import styles from './moving-in.module.css'

/** Instead of a blank window while a library of an older version is brought over: 15,000 episodes took eight seconds. */
export function MovingIn() {
  return (
    <main className={styles.movingIn}>
      <EmptyState title="Bringing your library over">
        This version of Earmark keeps it in another form. That is done once and can take a minute. Nothing is
        lost if you close the window: it begins again next time.
        <ProgressBar label="Bringing your library over" value="unknown" className={styles.progress} />
      </EmptyState>
    </main>
  )
}
