import { useSaving } from '../home/saving.ts'
import styles from './draft-standing.module.css'

/** Whether what is being written is flushed. `isKept`: the database has it as it stands. */
export function DraftStanding({ isKept }: { isKept: boolean }) {
  const saving = useSaving((state) => state.saving)
  if (saving.kind === 'not-saved')
    return <span className={styles.notSaved}>Not saved. {saving.problem.message} </span>
  // Each commit of the database makes the standing `saving` before anyone hears that it is over.
  return <span className={styles.standing}>{isKept && saving.kind === 'saved' ? 'Saved' : 'Saving…'}</span>
}
