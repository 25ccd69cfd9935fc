import { AboutSection } from './about-section.tsx'
import { AppearanceSection } from './appearance-section.tsx'
import { KeysSection } from './keys-section.tsx'
import { ListeningSection } from './listening-section.tsx'
import { ServiceSection } from './service-section.tsx'
import styles from './settings-view.module.css'

/** Each change is kept at once; there is nothing to save or leave. */
export function SettingsView() {
  return (
    <section className={styles.view} aria-label="Preferences">
      <header className={styles.header}>
        <h2 className={styles.title}>Settings</h2>
      </header>
      <AppearanceSection />
      <ListeningSection />
      <KeysSection />
      <ServiceSection />
      <AboutSection />
    </section>
  )
}
