import { create } from 'zustand'

export type SyncProgress = {
  /** `queued`: waits for its turn. `stopping`: cancelled, and what had arrived is still being written. */
  phase: 'queued' | 'reading' | 'stopping'
  /** Episodes of this pass so far, also of the part that ran before a restart. */
  received: number
  /** Of the whole pass; `null` while the service has not said. */
  expected: number | null
}

/** The podcasts that are being synced now, by slug. */
export const useSyncProgress = create<{ podcasts: Readonly<Record<string, SyncProgress>> }>(() => ({
  podcasts: {},
}))

export function showProgress(podcastSlug: string, progress: SyncProgress): void {
  useSyncProgress.setState(({ podcasts }) => ({ podcasts: { ...podcasts, [podcastSlug]: progress } }))
}

/** `undefined` when it is not being synced. A slug can be a word that every object inherits, such as "constructor". */
export function progressOf(
  { podcasts }: { podcasts: Readonly<Record<string, SyncProgress>> },
  podcastSlug: string,
): SyncProgress | undefined {
  return Object.hasOwn(podcasts, podcastSlug) ? podcasts[podcastSlug] : undefined
}

/** A sync reads many pages a second; each of them drawn would cost more than reading it. */
const showEveryMs = 400

/** Shows now and then how far a pass is, from its first page on; one that is stopping still says so. */
export function readShower(podcastSlug: string): (received: number, expected: number | null) => void {
  let shownAtMs = Number.NEGATIVE_INFINITY
  return (received, expected) => {
    const nowMs = performance.now()
    if (nowMs - shownAtMs < showEveryMs) return
    shownAtMs = nowMs
    const phase = progressOf(useSyncProgress.getState(), podcastSlug)?.phase ?? 'reading'
    showProgress(podcastSlug, { phase, received, expected })
  }
}

/** Marks what runs as stopping; what has not begun yet is gone at once. */
export function showStopping(podcastSlug: string): void {
  const progress = progressOf(useSyncProgress.getState(), podcastSlug)
  if (progress === undefined) return
  if (progress.phase === 'queued') hideProgress(podcastSlug)
  else showProgress(podcastSlug, { ...progress, phase: 'stopping' })
}

export function hideProgress(podcastSlug: string): void {
  useSyncProgress.setState(({ podcasts }) => {
    const { [podcastSlug]: _, ...others } = podcasts
    return { podcasts: others }
  })
}
