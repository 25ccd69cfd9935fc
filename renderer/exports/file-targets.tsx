import { chapterFileTargets, type ExportTarget, noteFileTargets } from '../../shared/exports/targets.ts'
import { Button } from '../elements/button.tsx'
import { SettingsSection } from '../settings/settings-section.tsx'
import settings from '../settings/settings-view.module.css'
import { exportTo } from './acts.ts'
import { ExportProgress } from './export-progress.tsx'
import styles from './export-view.module.css'
import type { ScopeCount } from './export-view.tsx'
import { counted, targetNames } from './export-words.ts'
import { type AskedScope, useExports } from './store.ts'

const about: Readonly<Partial<Record<ExportTarget, string>>> = {
  json: 'Everything about each note, for programs',
  csv: 'A line for each note, for any spreadsheet',
  'json-ld': 'As the W3C describes notes on media',
  'readwise-csv': 'To be read in by hand at readwise.io',
  'podcasting-chapters': 'Titles, times and descriptions',
  'podlove-chapters': 'Titles and times, for a feed',
}

/** One file for other programs. */
export function FileTargets({ count, scope }: { count: ScopeCount; scope: AskedScope }) {
  const notes = counted(count.notes, 'note', 'notes')
  return (
    <>
      <SettingsSection title="One file">
        <TargetList targets={noteFileTargets} words={notes} isEmpty={count.notes === 0} />
      </SettingsSection>
      {scope.kind !== 'episode' || count.chapters === 0 ? null : (
        <SettingsSection title="Chapters">
          <TargetList
            targets={chapterFileTargets}
            words={counted(count.chapters, 'chapter', 'chapters')}
            isEmpty={false}
          />
        </SettingsSection>
      )}
    </>
  )
}

function TargetList({
  targets,
  words,
  isEmpty,
}: {
  targets: readonly ExportTarget[]
  words: string
  isEmpty: boolean
}) {
  const work = useExports((state) => state.work)
  return (
    <>
      <ul className={styles.targets}>
        {targets.map((target) => (
          <li key={target} className={styles.target}>
            <span>
              {targetNames[target]}
              <span className={styles.about}>{about[target]}</span>
            </span>
            <Button
              aria-label={`Export ${words} as ${targetNames[target]}`}
              busy={work.kind === 'exporting' && work.target === target}
              aria-disabled={work.kind !== 'nothing' || isEmpty}
              onClick={() => work.kind === 'nothing' && !isEmpty && void exportTo(target)}
            >
              {`Export ${words}…`}
            </Button>
          </li>
        ))}
      </ul>
      {isEmpty ? <p className={settings.hint}>There are no notes to export yet.</p> : null}
      <ExportProgress targets={targets} />
    </>
  )
}
