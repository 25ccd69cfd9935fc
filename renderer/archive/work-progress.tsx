import { Button } from '../elements/button.tsx'
import { ProgressBar } from '../elements/progress-bar.tsx'
import { useFocusGivenBack } from '../shell/use-focus-given-back.ts'
import styles from './archive-section.module.css'
import { workWords } from './archive-words.ts'
import type { ArchiveWork } from './store.ts'

/** What is under way with an archive or with files of other programs. */
export function WorkProgress({ work }: { work: ArchiveWork }) {
  const shown = 'done' in work && work.done !== null ? work : null
  const focus = useFocusGivenBack(shown === null)
  return (
    <div {...focus} className={styles.group}>
      {shown === null || shown.done === null ? null : (
        <div className={styles.progress}>
          <span>{workWords[shown.kind]}</span>
          <ProgressBar label={workWords[shown.kind]} value={shown.done} className={styles.bar} />
          {'stop' in shown ? <Button onClick={shown.stop}>Stop</Button> : null}
        </div>
      )}
    </div>
  )
}
