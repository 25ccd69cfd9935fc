import { guideSlug, type ReadingPath } from '../../shared/models/podcast.ts'
import type { PodcastSchedule } from '../../shared/models/schedule.ts'
import { beforeAnyAct, podcastBySlug } from '../db/podcasts.ts'
import type { PodcastRow, SyncRow } from '../db/rows.ts'
import { syncOf } from '../db/syncs.ts'
import { useLive } from '../db/use-live.ts'
import { Button } from '../elements/button.tsx'
import { Dialog } from '../elements/dialog.tsx'
import { useNow } from '../elements/use-now.ts'
import { closeDialog } from '../shell/open-dialog.ts'
import { progressOf, useSyncProgress } from '../sync/progress.ts'
import { scheduleOf, useSchedule } from '../sync/schedule-store.ts'
import { cancelSync } from '../sync/sync-podcast.ts'
import { syncNow } from './actions.ts'
import { AutoDownloadSwitch } from './auto-download-switch.tsx'
import styles from './dialogs.module.css'
import { checkedText, newsText, nextSentence } from './schedule-words.ts'
import { progressText, SyncProgressBar } from './sync-progress-bar.tsx'
import { unlistedText } from './unlisted-text.ts'

/** STENOBIRD.md's roads, as a person would say them. */
const pathWords: Readonly<Record<ReadingPath, string>> = {
  api: 'The service’s list of episodes',
  'markdown-list': 'The podcast’s page, then each episode',
  'single-episodes': 'Only the episodes that you added',
  guide: 'Comes with Earmark',
}

const whenText = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short' })

export function PodcastDetailsDialog({ podcastSlug }: { podcastSlug: string }) {
  const podcast = useLive(() => podcastBySlug(podcastSlug), [podcastSlug])
  const sync = useLive(() => syncOf(podcastSlug), [podcastSlug])
  const syncing = useSyncProgress((state) => progressOf(state, podcastSlug))
  if (podcast === undefined) return null
  return (
    <Dialog
      title={podcast.title}
      width="wide"
      onClose={closeDialog}
      footer={
        syncing === undefined ? (
          <Button onClick={() => void syncNow(podcast)}>Sync now</Button>
        ) : (
          <>
            <div className={styles.progress}>
              <SyncProgressBar slug={podcastSlug} title={podcast.title} />
              <span className="tabular">{progressText(syncing)}</span>
            </div>
            <Button onClick={() => cancelSync(podcastSlug)}>Stop syncing</Button>
          </>
        )
      }
    >
      <div className={styles.text}>
        {podcast.description === '' ? null : (
          <p className={styles.description} dir="auto">
            {podcast.description}
          </p>
        )}
        {podcast.slug === guideSlug ? null : <AutoDownloadSwitch podcast={podcast} />}
        <Facts podcast={podcast} sync={sync} />
        <Broken sync={sync} />
      </div>
    </Dialog>
  )
}

function Facts({ podcast, sync }: { podcast: PodcastRow; sync: SyncRow | undefined }) {
  const schedule = useSchedule((state) => scheduleOf(state, podcast.slug))
  const nowMs = useNow()
  const next = schedule === undefined ? null : nextSentence(schedule, nowMs)
  const unlisted = sync === undefined ? null : unlistedText(sync)
  return (
    <dl className={styles.facts}>
      {podcast.author === '' ? null : <Fact name="By" value={podcast.author} />}
      {podcast.addedAt === beforeAnyAct ? null : (
        <Fact name="Added" value={whenText.format(new Date(podcast.addedAt))} />
      )}
      <Fact name="Last checked" value={lastCheckText(schedule, sync, nowMs)} />
      {next === null ? null : <Fact name="Next check" value={next} />}
      {sync?.path == null ? null : <Fact name="Read by" value={pathWords[sync.path]} />}
      {sync?.lastProblem == null ? null : <Fact name="Last problem" value={sync.lastProblem.message} />}
      {unlisted === null ? null : <Fact name="Missing" value={unlisted} />}
    </dl>
  )
}

/** "5 minutes ago. Nothing new since 3 March." */
function lastCheckText(
  schedule: PodcastSchedule | undefined,
  sync: SyncRow | undefined,
  nowMs: number,
): string {
  const checked = checkedText(schedule?.lastCheckedAtMs ?? null, nowMs)
  const news = newsText(sync?.lastSyncedAt ?? null, nowMs)
  return news === null ? checked : `${checked}. ${news}.`
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div className={styles.fact}>
      <dt>{name}</dt>
      <dd dir="auto">{value}</dd>
    </div>
  )
}

function Broken({ sync }: { sync: SyncRow | undefined }) {
  if (sync === undefined || sync.broken.length === 0) return null
  return (
    <section aria-labelledby="broken-episodes">
      <h3 id="broken-episodes" className={styles.subheading}>
        {sync.broken.length === 1
          ? 'One episode could not be read'
          : `${sync.broken.length} episodes could not be read`}
      </h3>
      <ul className={styles.broken}>
        {sync.broken.map(({ slug, reason }) => (
          <li key={`${slug ?? ''} ${reason}`}>
            <strong>{slug ?? 'An episode without a name'}</strong> {reason}
          </li>
        ))}
      </ul>
    </section>
  )
}
