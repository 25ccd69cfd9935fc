import { podcastBySlug } from '../db/podcasts.ts'
import { useLive } from '../db/use-live.ts'
import { PodcastMenu } from '../podcasts/podcast-menu.tsx'
import { SyncButton } from '../podcasts/sync-button.tsx'
import { progressText } from '../podcasts/sync-progress-bar.tsx'
import { progressOf, useSyncProgress } from '../sync/progress.ts'
import type { FilteredLibrary } from './filter-library.ts'
import styles from './library-view.module.css'

type LibraryHeaderProps = { podcastSlug: string | null; filtered: FilteredLibrary | null }

export function LibraryHeader({ podcastSlug, filtered }: LibraryHeaderProps) {
  const podcast = useLive(
    async () => (podcastSlug === null ? undefined : podcastBySlug(podcastSlug)),
    [podcastSlug],
  )
  const progress = useSyncProgress((state) =>
    podcastSlug === null ? undefined : progressOf(state, podcastSlug),
  )
  const title = podcastSlug === null ? 'Library' : (podcast?.title ?? podcastSlug)
  return (
    <div className={styles.line}>
      <h2 className={styles.title} dir="auto" title={title}>
        {title}
      </h2>
      <span className={styles.count} title={progress === undefined ? undefined : progressText(progress)}>
        {countText(filtered)}
      </span>
      <span className={styles.acts}>
        <SyncButton podcast={podcastSlug === null ? null : (podcast ?? null)} />
        {podcast === undefined || podcastSlug === null ? null : <PodcastMenu podcast={podcast} />}
      </span>
    </div>
  )
}

/** "14 of 1,206" while something narrows the list. */
function countText(filtered: FilteredLibrary | null): string {
  if (filtered === null || filtered.total === 0) return ''
  const total = filtered.total.toLocaleString('en')
  if (filtered.rows.length === filtered.total) return filtered.total === 1 ? '1 episode' : `${total} episodes`
  return `${filtered.rows.length.toLocaleString('en')} of ${total}`
}
