import styles from './episode-skeleton.module.css'

/** Keeps the room of an episode that is being read, so that nothing jumps. */
export function EpisodeSkeleton() {
  return (
    <div className={styles.skeleton} aria-hidden="true">
      <span className={styles.title} />
      <span className={styles.meta} />
      <span className={styles.actions} />
      <span className={styles.line} />
      <span className={styles.line} />
      <span className={styles.lastLine} />
    </div>
  )
}
