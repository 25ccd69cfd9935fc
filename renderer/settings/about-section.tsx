import { SettingsSection } from './settings-section.tsx'
import styles from './settings-view.module.css'
import { useAppFacts } from './store.ts'

export function AboutSection() {
  const version = useAppFacts(({ facts }) => facts?.version ?? '')
  return (
    <SettingsSection title="About">
      <dl className={styles.facts}>
        <dt>Earmark</dt>
        <dd>{version}</dd>
        <dt>Licence</dt>
        <dd>MIT</dd>
        <dt>Sample podcast</dt>
        <dd>The Earmark Field Guide was written for Earmark and read by a speech synthesiser.</dd>
        <dt>Typefaces</dt>
        <dd>Inter and Source Serif 4, both under the SIL Open Font License 1.1</dd>
      </dl>
    </SettingsSection>
  )
}
