import { clockText } from '../../shared/time/clock.ts'
import type { ListeningRow } from '../db/rows.ts'

const longDate = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })

/** "4 March 2026"; `null` when the service gave none. */
export function publishedText(publishedAtMs: number): string | null {
  return publishedAtMs === 0 ? null : longDate.format(publishedAtMs)
}

/** Below that an episode counts as not begun, in seconds. */
const begunAfterSeconds = 5

/** Where Play begins, when that is not the start. */
export function resumeSeconds(listening: ListeningRow | null): number | null {
  if (listening === null || listening.positionSeconds < begunAfterSeconds) return null
  const { durationSeconds, positionSeconds } = listening
  // Left at its end, it begins anew.
  if (durationSeconds !== null && positionSeconds >= durationSeconds - 1) return null
  return positionSeconds
}

export type PlayLabel = { seen: string; name: string }

/** What the button says, and its name: it always begins with what it does to the episode. */
export function playLabel(state: 'playing' | 'still', resumesAt: number | null): PlayLabel {
  if (state === 'playing') return { seen: 'Pause', name: 'Pause episode' }
  if (resumesAt === null) return { seen: 'Play', name: 'Play episode' }
  const at = clockText(resumesAt)
  return { seen: `Play from ${at}`, name: `Play episode from ${at}` }
}

/** What the parts of an episode that is not processed are; `null` when there is nothing to explain. */
export function processingText(processingState: string): string | null {
  if (processingState === 'processed') return null
  if (processingState.trim() === '') return 'The service does not say how far it is with this episode.'
  return `The service calls this episode “${processingState}”.`
}
