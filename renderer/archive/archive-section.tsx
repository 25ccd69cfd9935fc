import { lastImport } from '../db/last-import.ts'
import { useLive } from '../db/use-live.ts'
import { Button } from '../elements/button.tsx'
import { ProgressBar } from '../elements/progress-bar.tsx'
import { Segmented } from '../elements/segmented.tsx'
import { atText } from '../home-view/home-words.ts'
import { SettingsSection } from '../settings/settings-section.tsx'
import settings from '../settings/settings-view.module.css'
import { useFocusGivenBack } from '../shell/use-focus-given-back.ts'
import { exportArchive, openArchive, showExported, undoImport } from './acts.ts'
import styles from './archive-section.module.css'
import { exportedText, lastImportText, workWords } from './archive-words.ts'
import { type ArchiveOutcome, type ArchiveWork, useArchive } from './store.ts'

const forms = [
  { value: 'folder', label: 'Folder' },
  { value: 'zip', label: 'Zip file' },
] as const

/** Everything the person made as files of their own, out of the library and back into it. */
export function ArchiveSection() {
  const form = useArchive((state) => state.form)
  const work = useArchive((state) => state.work)
  const outcome = useArchive((state) => state.outcome)
  const busy = work.kind !== 'nothing'
  return (
    <SettingsSection title="Your archive">
      <p className={settings.hint}>
        Everything you made in one folder or one zip file, to keep or to take to another computer: notes as
        Markdown, chapters, annotations and what you listened to, all of which can be read without Earmark.
        Importing it puts it together with what is here.
      </p>
      <div className={settings.row}>
        <span>Form of the archive</span>
        <Segmented
          label="Form of the archive"
          options={forms}
          value={form}
          onChange={(chosen) => useArchive.setState({ form: chosen })}
        />
      </div>
      <div className={styles.buttons}>
        <Button
          busy={work.kind === 'exporting'}
          aria-disabled={busy}
          onClick={() => void exportArchive(form)}
        >
          Export…
        </Button>
        <Button
          busy={work.kind === 'reading' || work.kind === 'comparing' || work.kind === 'importing'}
          aria-disabled={busy}
          onClick={() => void openArchive(form)}
        >
          Import…
        </Button>
      </div>
      <Progress work={work} />
      <Outcome outcome={outcome} />
      <LastImport work={work} />
    </SettingsSection>
  )
}

function Progress({ work }: { work: ArchiveWork }) {
  const shown = work.kind === 'nothing' || work.kind === 'asking' || work.done === null ? null : work
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

/** Announced by whoever does it, and so no live region. */
function Outcome({ outcome }: { outcome: ArchiveOutcome }) {
  switch (outcome.kind) {
    case 'none':
      return null
    case 'told':
      return <p className={styles.outcome}>{outcome.sentence}</p>
    case 'failed':
      return <p className={settings.problem}>{outcome.problem.message}</p>
    case 'exported':
      return (
        <div className={styles.exported}>
          <p className={styles.outcome}>{exportedText(outcome.place, outcome.files)}</p>
          <Button onClick={() => void showExported()}>Show</Button>
        </div>
      )
  }
}

function LastImport({ work }: { work: ArchiveWork }) {
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
