import type { EpisodeId } from '../../shared/models/identity.ts'
import { type HeardPosition, keepPosition, type Origin } from '../db/listening.ts'
import { reportFault } from '../shell/faults.ts'
import type { HeardStretch } from './counted-sound.ts'
import { heardTo, isUnheardPlace, placeToKeep, placeWasRead } from './left-place.ts'
import { addToSitting, hasUnwritten, takeUnwritten } from './sitting.ts'
import { usePlayer, usePosition } from './store.ts'

/** While playing: with what a write takes, at most five seconds are lost to `kill -9`. */
const keepEveryMs = 4000
const soonMs = 100
/** Positions closer than this are the same. */
const sameWithinSeconds = 0.05

/** `atMs` is of a clock that nobody sets back. */
type Kept = { episodeId: EpisodeId; positionSeconds: number; atMs: number; heardAtMs: number }

let kept: Kept | null = null
let origin: Origin | null = null
let isSoonWritten = false
let writing: Promise<void> = Promise.resolve()
/** Where the person was in episodes that ended, or left the player, before it could be written. */
const unwritten = new Map<EpisodeId, HeardPosition>()

/** Where an episode was found to be, and what was known of it then, so that holding it is not written down as having heard it now. */
export function positionWasRead(
  episodeId: EpisodeId,
  read: { positionSeconds: number; heardAtMs: number; sought: boolean; origin: Origin },
): void {
  const { positionSeconds, heardAtMs, sought } = read
  placeWasRead(sought ? null : heardAtMs)
  kept = { episodeId, positionSeconds, atMs: performance.now(), heardAtMs }
  origin = read.origin
}

/** When the position that the player goes by was heard; epoch milliseconds, `null` for one it does not hold. */
export function keptHeardAtMs(episodeId: EpisodeId): number | null {
  return kept?.episodeId === episodeId ? kept.heardAtMs : null
}

/** What comes to be asked while the episode is held stays to be asked, whatever is written meanwhile. */
export function originStays(asked: Origin): void {
  origin = asked
}

/** From here on all that is known of an episode counts as known to the person. */
export function keepOrigin(known: Origin): Promise<void> {
  origin = known
  kept = null
  return flushPosition()
}

/** Counts a stretch as heard of the episode in the player; it is written with the next position. */
export function heardNow(heard: HeardStretch): void {
  const { episode } = usePlayer.getState()
  if (episode === null) return
  heardTo(heard.stretch[1])
  addToSitting(episode.id, heard)
}

/** Writes down where the person is, and what they heard, if that changed; resolves when it is on disk with all that was written before. */
export function flushPosition(): Promise<void> {
  const { episode } = usePlayer.getState()
  if (episode !== null) keep(episode.id, hasMoved(episode.id), false)
  for (const position of [...unwritten.values()]) {
    unwritten.delete(position.episodeId)
    write(position, () => undefined)
  }
  return writing
}

/** The same a moment later, so that the audio gets there first; of several jumps in a row the last one is written. */
export function flushPositionSoon(): void {
  if (isSoonWritten) return
  isSoonWritten = true
  setTimeout(() => {
    isSoonWritten = false
    void flushPosition()
  }, soonMs)
}

/** The same as the clock runs, not more often than need be. */
export function keepPositionNowAndThen(): void {
  if (kept === null || performance.now() - kept.atMs >= keepEveryMs) void flushPosition()
}

/** Writes down that the end was reached by playing. */
export function keepFinished(): Promise<void> {
  const { episode } = usePlayer.getState()
  if (episode !== null) keep(episode.id, true, true)
  return writing
}

function hasMoved(episodeId: EpisodeId): boolean {
  if (kept === null || kept.episodeId !== episodeId) return true
  return Math.abs(kept.positionSeconds - placeNow()) > sameWithinSeconds
}

function placeNow(): number {
  return placeToKeep(usePosition.getState().positionSeconds)
}

function keep(episodeId: EpisodeId, moved: boolean, finished: boolean): void {
  if (!moved && !hasUnwritten(episodeId)) return
  const positionSeconds = placeNow()
  const { durationSeconds } = usePlayer.getState()
  const heardAtMs = Date.now()
  const before = kept
  kept = { episodeId, positionSeconds, atMs: performance.now(), heardAtMs }
  const known = origin === null ? {} : { origin }
  const sought = isUnheardPlace()
  const position = { episodeId, positionSeconds, durationSeconds, heardAtMs, finished, sought, ...known }
  write(position, () => {
    kept = before
  })
}

/** With what was heard on the way. The disk may be full just now; the next tick tries again. */
function write(position: HeardPosition, notKept: () => void): void {
  const { sittings, putBack } = takeUnwritten(position.episodeId)
  const written = keepPosition({ ...position, sittings }).catch((fault: unknown) => {
    putBack()
    const isHeld = usePlayer.getState().episode?.id === position.episodeId
    if (isHeld && position.finished !== true) notKept()
    else unwritten.set(position.episodeId, position)
    reportFault(fault)
  })
  writing = Promise.all([writing, written]).then(() => undefined)
}
