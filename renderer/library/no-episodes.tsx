import { LibraryBig, SearchX } from 'lucide-react'
import { Button } from '../elements/button.tsx'
import { EmptyState } from '../elements/empty-state.tsx'
import { progressText, SyncProgressBar } from '../podcasts/sync-progress-bar.tsx'
import { openDialog } from '../shell/open-dialog.ts'
import { progressOf, useSyncProgress } from '../sync/progress.ts'
import { clearFilters } from './filter-store.ts'
import styles from './library-view.module.css'

type NoEpisodesProps = {
  /** How many there are apart from topics and words. */
  total: number
  podcastSlug: string | null
}

/** Why the list is empty, and what to do next. */
export function NoEpisodes({ total, podcastSlug }: NoEpisodesProps) {
  if (total > 0) {
    return (
      <EmptyState
        icon={<SearchX size={20} />}
        title="No episode matches"
        action={<Button onClick={clearFilters}>Clear filters</Button>}
      >
        No episode has everything that is chosen above. Take a topic or a word away.
      </EmptyState>
    )
  }
  if (podcastSlug !== null) return <NoneOfPodcast podcastSlug={podcastSlug} />
  return (
    <EmptyState
      icon={<LibraryBig size={20} />}
      title="Your library is empty"
      action={
        <Button tone="primary" onClick={() => openDialog({ kind: 'add-podcast' })}>
          Add your first podcast
        </Button>
      }
    >
      Paste the address of a podcast or an episode, and its chapters, topics and highlights are yours to keep.
    </EmptyState>
  )
}

function NoneOfPodcast({ podcastSlug }: { podcastSlug: string }) {
  const progress = useSyncProgress((state) => progressOf(state, podcastSlug))
  if (progress === undefined) {
    return (
      <EmptyState icon={<LibraryBig size={20} />} title="No episodes yet">
        The service has sent none so far. “Sync now” above asks again.
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
