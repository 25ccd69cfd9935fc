import { LastImport } from '../archive/last-import.tsx'
import { useArchive } from '../archive/store.ts'
import { WorkProgress } from '../archive/work-progress.tsx'
import { lastImport } from '../db/last-import.ts'
import { useLive } from '../db/use-live.ts'
import { View } from '../elements/view.tsx'
import { SettingsSection } from '../settings/settings-section.tsx'
import settings from '../settings/settings-view.module.css'
import { openNotes } from './acts.ts'
import { ChooseFiles } from './choose-files.tsx'
import { ImportEnd } from './import-end.tsx'
import styles from './import-view.module.css'
import { openOutline } from './outline-acts.ts'
import { useImports } from './store.ts'

/** Where notes of other programs come in. */
export function ImportView() {
  const work = useArchive((state) => state.work)
  const { notes, podcasts } = useImports()
  const isBusy = work.kind !== 'nothing'
  return (
    <View title="Import" label="Import">
      <SettingsSection title="Notes of other programs">
        <p className={settings.hint}>
          Exports of Readwise (.csv), and of Snipd and PodNotes for Obsidian (.md). You see what an import
          would do before anything is written. You can also let files fall on the window.
        </p>
        <div className={styles.buttons}>
          <ChooseFiles
            label="Choose files…"
            accept=".csv,.md,.markdown"
            isBusy={isBusy}
            onChosen={(files) => void openNotes(files)}
          />
          <ChooseFiles
            label="Choose a folder of Markdown…"
            isFolder
            isBusy={isBusy}
            onChosen={(files) => void openNotes(files.filter(isMarkdown))}
          />
        </div>
        <ImportEnd end={notes} />
      </SettingsSection>
      <Standing />
      <SettingsSection title="Podcasts of other apps">
        <p className={settings.hint}>
          The list of podcasts that other apps export (.opml). Earmark looks which of them Stenobird has, and
          you choose.
        </p>
        <div className={styles.buttons}>
          <ChooseFiles
            label="Choose a list of podcasts…"
            accept=".opml,.xml"
            isBusy={isBusy}
            onChosen={([file]) => file !== undefined && void openOutline(file)}
          />
        </div>
        <ImportEnd end={podcasts} />
      </SettingsSection>
    </View>
  )
}

/** What is under way, how an undo ended, and the import that can be undone, if there is any of these. */
function Standing() {
  const work = useArchive((state) => state.work)
  const outcome = useArchive((state) => state.outcome)
  const last = useLive(lastImport, [])
  const isIdle = !('done' in work) && outcome.kind !== 'told' && last == null
  if (isIdle) return null
  return (
    <SettingsSection title="The last import">
      <WorkProgress work={work} />
      {outcome.kind === 'told' ? <p className={styles.words}>{outcome.sentence}</p> : null}
      <LastImport work={work} />
    </SettingsSection>
  )
}

/** A folder of Obsidian's holds pictures and settings as well. */
function isMarkdown({ name }: File): boolean {
  return /\.(?:md|markdown)$/i.test(name)
}
