import { Button } from '../elements/button.tsx'
import { Segmented } from '../elements/segmented.tsx'
import { SettingsSection } from '../settings/settings-section.tsx'
import settings from '../settings/settings-view.module.css'
import { exportArchive, openArchive, showExported } from './acts.ts'
import styles from './archive-section.module.css'
import { exportedText } from './archive-words.ts'
import { LastImport } from './last-import.tsx'
import { type ArchiveOutcome, useArchive } from './store.ts'
import { WorkProgress } from './work-progress.tsx'

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
      <WorkProgress work={work} />
      <Outcome outcome={outcome} />
      <LastImport work={work} />
    </SettingsSection>
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
