import styles from './spinner.module.css'

/** That something is under way, for the eye; words beside it or a live region tell the rest. */
export function Spinner() {
  return <span className={styles.spinner} aria-hidden="true" />
}
