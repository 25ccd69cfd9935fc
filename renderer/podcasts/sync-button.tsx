import { CircleStop, RefreshCw } from 'lucide-react'
import { useRef } from 'react'
import type { PodcastRow } from '../db/rows.ts'
import { IconButton } from '../elements/icon-button.tsx'
import { Spinner } from '../elements/spinner.tsx'
import { progressOf, useSyncProgress } from '../sync/progress.ts'
import { cancelSync } from '../sync/sync-podcast.ts'
import { stopSyncing, syncEverything, syncNow } from './actions.ts'
import styles from './sync-button.module.css'

/** Syncs one podcast, or all of them where none is given; as long as that takes, a second button stops it. */
export function SyncButton({ podcast }: { podcast: PodcastRow | null }) {
  const button = useRef<HTMLButtonElement>(null)
  const syncing = useSyncProgress((state) =>
    podcast === null ? Object.keys(state.podcasts).length > 0 : progressOf(state, podcast.slug) !== undefined,
  )

  function stop(): void {
    // The button that was pressed goes away, and the focus with it.
    button.current?.focus({ preventScroll: true })
    if (podcast === null) stopSyncing()
    else cancelSync(podcast.slug)
  }

  return (
    <>
      <IconButton
        ref={button}
        label={podcast === null ? 'Sync all podcasts' : 'Sync now'}
        size="small"
        icon={syncing ? <Spinner /> : <RefreshCw size={14} />}
        aria-busy={syncing}
        onClick={() => {
          if (podcast === null) void syncEverything()
          else void syncNow(podcast)
        }}
      />
      {syncing ? (
        <IconButton
          label="Stop syncing"
          size="small"
          icon={<CircleStop size={15} />}
          className={styles.stop}
          onClick={stop}
        />
      ) : null}
    </>
  )
}
