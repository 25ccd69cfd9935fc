import settings from '../settings/settings-view.module.css'
import styles from './import-view.module.css'
import type { ImportOutcome } from './store.ts'

/** How the last one ended. Announced by whoever does it, and so no live region. */
export function ImportEnd({ end }: { end: ImportOutcome | null }) {
  if (end === null) return null
  if (end.kind === 'failed') return <p className={settings.problem}>{end.problem.message}</p>
  return (
    <>
      <p className={styles.words}>{end.sentence}</p>
      {end.refused.length === 0 ? null : <p className={settings.hint}>These files were not read:</p>}
      {end.refused.length === 0 ? null : (
        <ul className={styles.files} aria-label="Files that were not read">
          {end.refused.slice(0, mostShown).map(({ name, reason }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: they never move, and two files can have one name.
            <li key={index}>
              <span dir="auto">{name}</span>
              <span className={styles.reason}>{reason}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

const mostShown = 20
