import type { Download } from '../../shared/models/download.ts'
import { announce, announceFailure } from '../shell/announce.ts'

/** Tells who does not look at the list which downloads came to their end between two states of it. */
export function tellEnds(before: readonly Download[], now: readonly Download[]): void {
  const stateBefore = new Map(before.map(({ episodeId, state }) => [episodeId, state]))
  for (const { episodeId, title, state, problem } of now) {
    const earlier = stateBefore.get(episodeId)
    if (earlier !== 'queued' && earlier !== 'running') continue
    if (state === 'complete') announce(`${title} is on this computer`)
    if (state === 'failed') announceFailure(`${title} was not downloaded. ${problem ?? ''}`)
  }
}
