import { ProgressBar } from '../elements/progress-bar.tsx'
import { progressOf, type SyncProgress, useSyncProgress } from '../sync/progress.ts'

/** How far a running sync is; nothing while none runs. */
export function SyncProgressBar({
  slug,
  title,
  className,
}: {
  slug: string
  title: string
  className?: string | undefined
}) {
  const progress = useSyncProgress((state) => progressOf(state, slug))
  if (progress === undefined) return null
  return <ProgressBar label={`Syncing ${title}`} value={shareOf(progress)} className={className} />
}

/** "12 of 100", "12 so far", or that it waits or stops. */
export function progressText({ phase, received, expected }: SyncProgress): string {
  if (phase === 'queued') return 'Waiting to sync'
  if (phase === 'stopping') return 'Stopping'
  if (received === 0) return 'Syncing'
  const read = received.toLocaleString('en')
  return expected === null
    ? `Syncing, ${read} so far`
    : `Syncing, ${read} of ${expected.toLocaleString('en')}`
}

function shareOf({ phase, received, expected }: SyncProgress): number | 'unknown' | 'waiting' {
  if (phase === 'queued') return 'waiting'
  return expected === null || expected === 0 ? 'unknown' : Math.min(1, received / expected)
}
