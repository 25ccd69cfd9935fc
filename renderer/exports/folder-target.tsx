import { useId, useState } from 'react'
import { Button } from '../elements/button.tsx'
import { Switch } from '../elements/switch.tsx'
import { SettingsSection } from '../settings/settings-section.tsx'
import settings from '../settings/settings-view.module.css'
import { chooseFolder, exportTo, keepUpToDate } from './acts.ts'
import { ExportProgress } from './export-progress.tsx'
import styles from './export-view.module.css'
import type { ScopeCount } from './export-view.tsx'
import { counted } from './export-words.ts'
import { useExports } from './store.ts'
import { TemplateEditor } from './template-editor.tsx'

/** Markdown for Obsidian and every other reader of it: a file for each episode. */
export function FolderTarget({ count }: { count: ScopeCount }) {
  const standing = useExports((state) => state.standing)
  const work = useExports((state) => state.work)
  const [isEditing, setEditing] = useState(false)
  const switchId = useId()
  const folder = standing?.folder ?? null

  async function press(): Promise<void> {
    if (work.kind !== 'nothing') return
    if (folder === null && !(await chooseFolder())) return
    await exportTo('markdown-folder')
  }

  return (
    <SettingsSection title="Markdown folder">
      <p className={settings.hint}>
        One file for each episode, for Obsidian or any other editor. Earmark writes between two marks in it,
        and your own words around them are never touched, also when you rename or move the file.
      </p>
      {folder === null ? null : <p className={styles.place}>{folder}</p>}
      <div className={styles.buttons}>
        <Button
          tone="primary"
          busy={work.kind === 'exporting' && work.target === 'markdown-folder'}
          aria-disabled={work.kind !== 'nothing'}
          onClick={() => void press()}
        >
          {folder === null ? 'Choose a folder and export…' : exportLabel(count)}
        </Button>
        {folder === null ? null : <Button onClick={() => void chooseFolder()}>Another folder…</Button>}
        <Button aria-expanded={isEditing} onClick={() => setEditing(!isEditing)}>
          Name and template
        </Button>
      </div>
      {folder === null ? null : (
        <div className={settings.row}>
          <label htmlFor={switchId}>Write it by itself when notes change</label>
          <Switch
            id={switchId}
            on={standing?.keepsUpToDate ?? false}
            onChange={(on) => void keepUpToDate(on)}
          />
        </div>
      )}
      <ExportProgress targets={['markdown-folder']} />
      {isEditing ? <TemplateEditor /> : null}
    </SettingsSection>
  )
}

function exportLabel({ episodes }: ScopeCount): string {
  return episodes === 0 ? 'Export' : `Export ${counted(episodes, 'episode', 'episodes')}`
}
