import { LibraryBig } from 'lucide-react'
import type { SyncRow } from '../db/rows.ts'
import { syncOf } from '../db/syncs.ts'
import { useLive } from '../db/use-live.ts'
import { EmptyState } from '../elements/empty-state.tsx'
import { progressText, SyncProgressBar } from '../podcasts/sync-progress-bar.tsx'
import { progressOf, useSyncProgress } from '../sync/progress.ts'
import styles from './library-view.module.css'

/** A podcast without episodes: on their way, not read yet, not to be read, or really none. */
export function NoneOfPodcast({ podcastSlug }: { podcastSlug: string }) {
  const progress = useSyncProgress((state) => progressOf(state, podcastSlug))
  const sync = useLive(() => syncOf(podcastSlug), [podcastSlug])
  if (progress === undefined) {
    return (
      <EmptyState icon={<LibraryBig size={20} />} title="No episodes yet">
        {whyNone(sync)}
      </EmptyState>
    )
  }
  return (
    <EmptyState icon={<LibraryBig size={20} />} title="Its episodes are on their way">
      <span className="tabular">{progressText(progress)}</span>
      <SyncProgressBar slug={podcastSlug} title="this podcast" className={styles.progress} />
    </EmptyState>
  )
}

function whyNone(sync: Pick<SyncRow, 'lastProblem' | 'lastSyncedAt'> | undefined): string {
  if (sync === undefined) return ''
  if (sync.lastProblem !== null) return `${sync.lastProblem.message} “Sync now” above tries again.`
  return sync.lastSyncedAt === null
    ? 'They have not been read yet. “Sync now” above reads them.'
    : 'The service has sent none so far. “Sync now” above asks again.'
}
