import { useId, useState } from 'react'
import { success } from '../../shared/result.ts'
import { Switch } from '../elements/switch.tsx'
import { saveSetting } from './save-setting.ts'
import { SettingsSection } from './settings-section.tsx'
import styles from './settings-view.module.css'
import { useSettings } from './store.ts'

/** What Earmark tells outside its window. */
export function NotificationsSection() {
  const id = useId()
  const on = useSettings((settings) => settings.notifyWhenReady)
  const [problem, setProblem] = useState<string | null>(null)

  async function keep(notifyWhenReady: boolean): Promise<void> {
    const said = notifyWhenReady ? 'Notifications on' : 'Notifications off'
    setProblem(await saveSetting(success({ notifyWhenReady }), said))
  }

  return (
    <SettingsSection title="Notifications">
      <div className={styles.row}>
        <label htmlFor={id}>Tell me when a transcript is ready</label>
        <Switch id={id} on={on} onChange={(chosen) => void keep(chosen)} />
        {problem === null ? null : <p className={styles.problem}>{problem}</p>}
      </div>
      <p className={styles.hint}>As a notification of your system, also while Earmark is minimised.</p>
    </SettingsSection>
  )
}
