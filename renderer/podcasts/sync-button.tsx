import { RefreshCw } from 'lucide-react'
import type { PodcastRow } from '../db/rows.ts'
import { IconButton } from '../elements/icon-button.tsx'
import { Spinner } from '../elements/spinner.tsx'
import { progressOf, useSyncProgress } from '../sync/progress.ts'
import { syncEverything, syncNow } from './actions.ts'

/** Syncs one podcast, or all of them where none is given. */
export function SyncButton({ podcast }: { podcast: PodcastRow | null }) {
  const syncing = useSyncProgress((state) =>
    podcast === null ? Object.keys(state.podcasts).length > 0 : progressOf(state, podcast.slug) !== undefined,
  )
  return (
    <IconButton
      label={podcast === null ? 'Sync all podcasts' : 'Sync now'}
      size="small"
      icon={syncing ? <Spinner /> : <RefreshCw size={14} />}
      aria-busy={syncing}
      onClick={() => {
        if (podcast === null) void syncEverything()
        else void syncNow(podcast)
      }}
    />
  )
}
