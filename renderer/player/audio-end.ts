/**
 * How far before its end a jump may land. A jump to the very end would end the episode, and it is listening that
 * finishes one, never a slip of the hand.
 */
const lastMomentSeconds = 0.5

/** A position that a jump may go to: never below 0, and short of the end when that is known. */
export function reachablePosition(seconds: number, durationSeconds: number | null): number {
  const wanted = Number.isFinite(seconds) ? Math.max(0, seconds) : 0
  if (durationSeconds === null) return wanted
  return Math.min(wanted, Math.max(0, durationSeconds - lastMomentSeconds))
}

/** A length that is measured now may be a little less than one that was told. */
const slackSeconds = 2

/**
 * Whether a moment that was named (a chapter's, a note's, where the person left it) is not in the audio at all. Going as near
 * as can be would play the audio's last half second, and that would finish the episode.
 */
export function liesPastEnd(seconds: number, durationSeconds: number | null): boolean {
  return durationSeconds !== null && seconds > durationSeconds + slackSeconds
}

/** An element's duration as something to count with: a stream says `Infinity`, an unopened one `NaN`. */
export function knownDuration(seconds: number): number | null {
  return Number.isFinite(seconds) && seconds > 0 ? seconds : null
}
