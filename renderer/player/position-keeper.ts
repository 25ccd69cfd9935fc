import type { EpisodeId } from '../../shared/models/identity.ts'
import { keepPosition } from '../db/listening.ts'
import { reportFault } from '../shell/faults.ts'
import { usePlayer, usePosition } from './store.ts'

/** While playing: at most this much is lost to `kill -9`, and a write takes a few milliseconds. */
const keepEveryMs = 2000
/** Positions closer than this are the same. */
const sameWithinSeconds = 0.05

/** `atMs` is of a clock that nobody sets back. */
type Kept = { episodeId: EpisodeId; positionSeconds: number; atMs: number }

let kept: Kept | null = null
let writing: Promise<void> = Promise.resolve()

/** Says where an episode was found to be, so that holding it is not written down as having heard it now. */
export function positionWasRead(episodeId: EpisodeId, positionSeconds: number): void {
  kept = { episodeId, positionSeconds, atMs: performance.now() }
}

/** Writes down where the person is, if that changed; resolves when it is on disk with all that was written before. */
export function flushPosition(): Promise<void> {
  const { episode, durationSeconds } = usePlayer.getState()
  const { positionSeconds } = usePosition.getState()
  if (episode !== null && hasMoved(episode.id, positionSeconds)) {
    write({ episodeId: episode.id, positionSeconds, durationSeconds })
  }
  return writing
}

/** The same as the clock runs, not more often than need be. */
export function keepPositionNowAndThen(): void {
  if (kept === null || performance.now() - kept.atMs >= keepEveryMs) void flushPosition()
}

/** Writes down that the end was reached by playing. */
export function keepFinished(): Promise<void> {
  const { episode, durationSeconds } = usePlayer.getState()
  if (episode !== null) {
    const { positionSeconds } = usePosition.getState()
    write({ episodeId: episode.id, positionSeconds, durationSeconds, finished: true })
  }
  return writing
}

function hasMoved(episodeId: EpisodeId, positionSeconds: number): boolean {
  if (kept === null || kept.episodeId !== episodeId) return true
  return Math.abs(kept.positionSeconds - positionSeconds) > sameWithinSeconds
}

function write(heard: Omit<Parameters<typeof keepPosition>[0], 'heardAtMs'>): void {
  const heardAtMs = Date.now()
  const before = kept
  kept = { episodeId: heard.episodeId, positionSeconds: heard.positionSeconds, atMs: performance.now() }
  const written = keepPosition({ ...heard, heardAtMs }).catch((fault: unknown) => {
    // The disk may be full just now; the next tick tries again.
    kept = before
    reportFault(fault)
  })
  writing = Promise.all([writing, written]).then(() => undefined)
}
