import { useSaving } from '../home/saving.ts'
import styles from './draft-standing.module.css'

type DraftStandingProps = {
  /** The database has it as it stands. */
  isKept: boolean
  /** The second home has, whatever the database still does. */
  isFlushed: boolean
}

/** Whether what is being written is flushed. */
export function DraftStanding({ isKept, isFlushed }: DraftStandingProps) {
  const saving = useSaving((state) => state.saving)
  if (saving.kind === 'not-saved')
    return <span className={styles.notSaved}>Not saved. {saving.problem.message} </span>
  // Each commit of the database makes the standing `saving` before anyone hears that it is over.
  const isSaved = isFlushed || (isKept && saving.kind === 'saved')
  return <span className={styles.standing}>{isSaved ? 'Saved' : 'Saving…'}</span>
}
