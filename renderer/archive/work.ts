import type { Result } from '../../shared/result.ts'
import { syncPodcast } from '../sync/sync-podcast.ts'
import { showWork, useArchive } from './store.ts'

/** Of what cannot be stopped: it is taken back instead. */
export const never = new AbortController().signal

/** False while something else is under way. */
export function beginWork(kind: 'exporting' | 'reading' | 'reading-files'): boolean {
  if (useArchive.getState().work.kind !== 'nothing') return false
  useArchive.setState({ work: { kind, done: null, stop: () => undefined }, outcome: { kind: 'none' } })
  return true
}

export async function stoppable<Value>(
  kind: 'exporting' | 'reading' | 'reading-files' | 'comparing',
  run: (signal: AbortSignal, show: (done: number) => void) => Promise<Result<Value>>,
): Promise<Result<Value>> {
  const stop = new AbortController()
  const show = (done: number): void => {
    if (!stop.signal.aborted) showWork({ kind, done, stop: () => stop.abort() })
  }
  return run(stop.signal, show)
}

/** Episodes have no second home but the service. */
export function readNow(podcastSlugs: readonly string[]): void {
  for (const slug of podcastSlugs) void syncPodcast(slug, 'due')
}
