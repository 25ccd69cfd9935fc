import { lastImport } from '../db/last-import.ts'
import { useLive } from '../db/use-live.ts'
import { Button } from '../elements/button.tsx'
import { atText } from '../home-view/home-words.ts'
import { useFocusGivenBack } from '../shell/use-focus-given-back.ts'
import { undoImport } from './acts.ts'
import styles from './archive-section.module.css'
import { lastImportText } from './archive-words.ts'
import type { ArchiveWork } from './store.ts'

/** The import that can be taken back, also after a restart. */
export function LastImport({ work }: { work: ArchiveWork }) {
  const last = useLive(lastImport, [])
  // One that is under way is not whole either, but not broken off.
  const isShown = last != null && work.kind !== 'importing'
  const focus = useFocusGivenBack(isShown)
  return (
    <div {...focus} className={styles.group}>
      {isShown ? (
        <div className={styles.last}>
          <p className={styles.outcome}>{lastImportText(last, atText(last.at))}</p>
          <Button
            busy={work.kind === 'undoing'}
            aria-disabled={work.kind !== 'nothing'}
            onClick={() => void undoImport()}
          >
            Undo import
          </Button>
        </div>
      ) : null}
    </div>
  )
}
