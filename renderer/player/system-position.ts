import type { PlayerState } from './store.ts'

/** What the system is told of where the audio stands; it counts on from there by itself. */
export type SystemPosition = { duration: number; playbackRate: number; position: number }

/** As far from it as a person would see on a lock screen. */
const seenSeconds = 1

/** `null` while there is nothing to count in: the system refuses a length that is not known, and a place past it. */
export function systemPosition(
  { durationSeconds, rate }: Pick<PlayerState, 'durationSeconds' | 'rate'>,
  positionSeconds: number,
): SystemPosition | null {
  if (durationSeconds === null || !Number.isFinite(durationSeconds) || durationSeconds <= 0) return null
  if (!Number.isFinite(positionSeconds) || !Number.isFinite(rate) || rate <= 0) return null
  const position = Math.min(Math.max(0, positionSeconds), durationSeconds)
  return { duration: durationSeconds, playbackRate: rate, position }
}

/** Whether the system, that counts on since `agoSeconds` or stands, is beside where the audio is: after a jump, or trimmed silence. */
export function isBeside(
  told: SystemPosition,
  now: { positionSeconds: number; agoSeconds: number; counts: boolean },
): boolean {
  const counted = told.position + (now.counts ? now.agoSeconds * told.playbackRate : 0)
  return Math.abs(Math.min(counted, told.duration) - now.positionSeconds) > seenSeconds
}
