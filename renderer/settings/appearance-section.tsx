import { useState } from 'react'
import { success } from '../../shared/result.ts'
import { Segmented } from '../elements/segmented.tsx'
import { saveSetting } from './save-setting.ts'
import { SettingsSection } from './settings-section.tsx'
import styles from './settings-view.module.css'
import { useSettings } from './store.ts'

const themes = [
  { value: 'system', label: 'As the system' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
] as const

export function AppearanceSection() {
  const theme = useSettings((settings) => settings.theme)
  const [problem, setProblem] = useState<string | null>(null)
  return (
    <SettingsSection title="Appearance">
      <div className={styles.row}>
        <span>Theme</span>
        <Segmented
          label="Theme"
          options={themes}
          value={theme}
          onChange={async (chosen) =>
            setProblem(await saveSetting(success({ theme: chosen }), 'Theme changed'))
          }
        />
        {problem === null ? null : <p className={styles.problem}>{problem}</p>}
      </div>
    </SettingsSection>
  )
}
