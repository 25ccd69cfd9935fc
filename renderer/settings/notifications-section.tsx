import { SettingsSection } from './settings-section.tsx'
import styles from './settings-view.module.css'
import { useSettings } from './store.ts'
import { SwitchRow } from './switch-row.tsx'

/** What Earmark tells outside its window. */
export function NotificationsSection() {
  const on = useSettings((settings) => settings.notifyWhenReady)
  return (
    <SettingsSection title="Notifications">
      <SwitchRow
        label="Tell me when a transcript is ready"
        on={on}
        changeTo={(notifyWhenReady) => ({ notifyWhenReady })}
        said={{ on: 'Notifications on', off: 'Notifications off' }}
      />
      <p className={styles.hint}>As a notification of your system, also while Earmark is minimised.</p>
    </SettingsSection>
  )
}
