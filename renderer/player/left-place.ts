import type { Chapter } from '../../shared/models/episode.ts'
import { earlierStart, furthestBackSeconds } from './earlier-start.ts'

/** How the episode in the player came to be where it is. */
type Left = {
  /** When it was heard last there, epoch milliseconds; `null` when the person went there and has heard nothing since. */
  heardAtMs: number | null
  /**
   * How far it had been heard before it went back by itself, until it is heard on from there. It stays the place that is kept: who
   * resumes again and again without listening on comes to the same place each time.
   */
  heardToSeconds: number | null
}

/** A clock lands a little beside where it was sent. */
const clockSlackSeconds = 1

let left: Left = { heardAtMs: null, heardToSeconds: null }

/** As it is kept, when it comes into the player. */
export function placeWasRead(heardAtMs: number | null): void {
  left = { heardAtMs, heardToSeconds: null }
}

export function personWentThere(): void {
  left = { heardAtMs: null, heardToSeconds: null }
}

export function heardTo(seconds: number): void {
  const { heardToSeconds } = left
  left = { heardAtMs: Date.now(), heardToSeconds: isHeardAgain(seconds) ? heardToSeconds : null }
}

/** Whether the person went where it is, and has heard nothing since. */
export function isUnheardPlace(): boolean {
  return left.heardAtMs === null
}

/** What is to be kept as the place of an episode that stands at a moment. */
export function placeToKeep(seconds: number): number {
  return isHeardAgain(seconds) ? (left.heardToSeconds ?? seconds) : seconds
}

/** In the stretch that it went back by itself. */
function isHeardAgain(seconds: number): boolean {
  const { heardToSeconds } = left
  return (
    heardToSeconds !== null &&
    seconds < heardToSeconds &&
    heardToSeconds - seconds <= furthestBackSeconds + clockSlackSeconds
  )
}

/** Where it goes on after a pause that ends now, from where it stands; from there on it counts as gone back by itself. */
export function goBackAfterPause(seconds: number, chapters: readonly Chapter[]): number {
  if (left.heardAtMs === null) return seconds
  const heardToSeconds = placeToKeep(seconds)
  const start = Math.min(seconds, earlierStart(heardToSeconds, chapters, Date.now() - left.heardAtMs))
  if (start < heardToSeconds) left = { ...left, heardToSeconds }
  return start
}
