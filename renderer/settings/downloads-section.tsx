import { ChoiceRow } from './choice-row.tsx'
import { SettingsSection } from './settings-section.tsx'
import styles from './settings-view.module.css'
import { useSettings } from './store.ts'

/** How far automatic downloads may go; whether there are any is chosen podcast by podcast. */
export function DownloadsSection() {
  const gigabytes = useSettings((settings) => settings.autoDownloadGigabytes)
  const days = useSettings((settings) => settings.autoDownloadDays)
  return (
    <SettingsSection title="Automatic downloads">
      <ChoiceRow
        label="Take at most"
        value={gigabytes}
        choices={[1, 2, 5, 10, 20, 50, 100]}
        wordsOf={(choice) => `${choice} GB`}
        changeTo={(autoDownloadGigabytes) => ({ autoDownloadGigabytes })}
      />
      <ChoiceRow
        label="Leave out what is older than"
        value={days}
        choices={[3, 7, 14, 30, 90]}
        wordsOf={(choice) => `${choice} ${choice === 1 ? 'day' : 'days'}`}
        changeTo={(autoDownloadDays) => ({ autoDownloadDays })}
      />
      <p className={styles.hint}>
        New episodes come by themselves where you switch that on, in the details of a podcast. What you
        download yourself is not counted.
      </p>
    </SettingsSection>
  )
}
