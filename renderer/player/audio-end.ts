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

/** An element's duration as something to count with: a stream says `Infinity`, an unopened one `NaN`. */
export function knownDuration(seconds: number): number | null {
  return Number.isFinite(seconds) && seconds > 0 ? seconds : null
}
