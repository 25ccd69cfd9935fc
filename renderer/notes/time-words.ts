import { anchorEnd } from '../../shared/models/anchor.ts'
import type { Anchor } from '../../shared/models/annotation.ts'
import { clockText } from '../../shared/time/clock.ts'
import { toAudio } from '../player/timeline.ts'

/** A moment to a tenth of a second, where that is not a whole one: ends are set by ear. */
export function preciseClock(seconds: number): string {
  const tenths = Math.round(seconds * 10)
  const fraction = tenths % 10
  const whole = clockText(Math.floor(tenths / 10))
  return fraction === 0 ? whole : `${whole}.${fraction}`
}

/** “3:20” or “3:20–3:41”, as the player counts; `null` of what has no time. */
export function anchorTimes(anchor: Anchor, offsetSeconds: number): string | null {
  if (anchor.startSeconds === undefined) return null
  const start = clockText(toAudio(anchor.startSeconds, offsetSeconds))
  const end = anchorEnd(anchor)
  return end === null ? start : `${start}–${clockText(toAudio(end, offsetSeconds))}`
}
