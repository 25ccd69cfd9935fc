import { podcastFileTargets } from '../../shared/exports/targets.ts'
import { listPodcasts } from '../db/podcasts.ts'
import { useLive } from '../db/use-live.ts'
import { Button } from '../elements/button.tsx'
import { SettingsSection } from '../settings/settings-section.tsx'
import settings from '../settings/settings-view.module.css'
import { exportTo } from './acts.ts'
import { ExportProgress } from './export-progress.tsx'
import styles from './export-view.module.css'
import { counted, targetNames } from './export-words.ts'
import { useExports } from './store.ts'

/** The podcasts that are followed, for other apps. They know a podcast by its feed alone. */
export function PodcastTarget() {
  const podcasts = useLive(listPodcasts, [])
  const work = useExports((state) => state.work)
  if (podcasts === undefined || podcasts.length === 0) return null
  const listed = podcasts.filter(({ feedUrl }) => feedUrl !== null)
  const others = podcasts.filter(({ feedUrl }) => feedUrl === null)
  const words = counted(listed.length, 'podcast', 'podcasts')
  const isIdle = work.kind !== 'nothing' || listed.length === 0
  return (
    <SettingsSection title="Podcasts">
      <div className={styles.target}>
        <span>
          {targetNames.opml}
          <span className={styles.about}>The list of your podcasts, for other podcast apps</span>
        </span>
        <Button
          aria-label={`Export ${words} as ${targetNames.opml}`}
          busy={work.kind === 'exporting' && work.target === 'opml'}
          aria-disabled={isIdle}
          onClick={() => isIdle || void exportTo('opml')}
        >
          {`Export ${words}…`}
        </Button>
      </div>
      {others.length === 0 ? null : (
        <p className={settings.hint} dir="auto">
          {othersText(others.map(({ title }) => title))}
        </p>
      )}
      <ExportProgress targets={podcastFileTargets} />
    </SettingsSection>
  )
}

const mostNamed = 5

function othersText(titles: readonly string[]): string {
  const named = titles.slice(0, mostNamed).map((title) => `“${title}”`)
  const more = titles.length > mostNamed ? [`${(titles.length - mostNamed).toLocaleString('en')} more`] : []
  const list = new Intl.ListFormat('en').format([...named, ...more])
  return `Not in it, as no feed is known of ${titles.length === 1 ? 'it' : 'them'}: ${list}.`
}
