import type { ExportTarget } from '../../shared/exports/targets.ts'
import { Button } from '../elements/button.tsx'
import { ProgressBar } from '../elements/progress-bar.tsx'
import settings from '../settings/settings-view.module.css'
import { useFocusGivenBack } from '../shell/use-focus-given-back.ts'
import { showExported } from './acts.ts'
import styles from './export-view.module.css'
import { endWords, progressWords } from './export-words.ts'
import { useExports } from './store.ts'

/** How the export to one of these stands, or how the last one ended. Announced by whoever does it, and so no live region. */
export function ExportProgress({ targets }: { targets: readonly ExportTarget[] }) {
  const work = useExports((state) => state.work)
  const shown = work.kind === 'exporting' && targets.includes(work.target) && work.done !== null ? work : null
  const focus = useFocusGivenBack(shown === null)
  const words = shown === null ? '' : progressWords(shown.target, shown.waiting)
  return (
    <div {...focus} className={styles.group}>
      {shown === null ? (
        <End targets={targets} />
      ) : (
        <div className={styles.progress}>
          <span>{words}</span>
          <ProgressBar label={words} value={shown.done ?? 0} className={styles.bar} />
          <Button onClick={shown.stop}>Stop</Button>
        </div>
      )}
    </div>
  )
}

function End({ targets }: { targets: readonly ExportTarget[] }) {
  const end = useExports((state) => state.end)
  if (end === null || !targets.includes(end.target)) return null
  const { result } = end
  if (!result.ok) {
    const isStopped = result.problem.code === 'cancelled'
    return <p className={isStopped ? styles.words : settings.problem}>{result.problem.message}</p>
  }
  const outcome = result.value
  return (
    <>
      <div className={styles.end}>
        <p className={styles.words}>{endWords(outcome)}</p>
        {outcome.kind === 'readwise' ? null : (
          <Button onClick={() => void showExported()}>Show folder</Button>
        )}
      </div>
      {outcome.kind !== 'folder' || outcome.beside.length === 0 ? null : (
        <ul className={styles.files} aria-label="Files that you changed">
          {outcome.beside.map(({ path, beside }) => (
            <li key={path}>
              {path}
              <span className={styles.beside}>beside it: {beside}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
