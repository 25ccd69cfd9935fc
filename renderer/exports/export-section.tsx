import { Button } from '../elements/button.tsx'
import { openImport } from '../imports/open-import.ts'
import { SettingsSection } from '../settings/settings-section.tsx'
import settings from '../settings/settings-view.module.css'
import styles from './export-view.module.css'
import { openExport } from './open-export.ts'
import { useExports } from './store.ts'

/** Leads from the settings to where notes go out. */
export function ExportSection() {
  const standing = useExports((state) => state.standing)
  return (
    <SettingsSection title="Notes elsewhere">
      <p className={settings.hint}>
        Your notes as Markdown for Obsidian, in Readwise, or as one file for other programs.
        {standing?.folder == null ? '' : ` Markdown goes to ${standing.folder}.`} Notes of other programs come
        in under Import.
      </p>
      <div className={styles.buttons}>
        <Button onClick={() => openExport({ kind: 'all' })}>Open Export</Button>
        <Button onClick={openImport}>Open Import</Button>
      </div>
    </SettingsSection>
  )
}
