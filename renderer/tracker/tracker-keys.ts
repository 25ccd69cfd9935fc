import { trackingStates } from '../../shared/models/tracking.ts'
import { dayAfter } from '../../shared/time/day.ts'
import type { TrackedNote } from './tracked-groups.ts'
import type { RowActs } from './tracker-row.tsx'

/** Does what a key means for what is tracked; tells whether it means anything. */
export function actOfKey(key: string, note: TrackedNote, today: string, acts: RowActs): boolean {
  const state = trackingStates[Number.parseInt(key, 10) - 1]
  if (/^[1-4]$/.test(key) && state !== undefined) {
    acts.state(note, state)
    return true
  }
  switch (key) {
    case 'w':
      acts.day(note, dayAfter(today, 7))
      return true
    case 'e':
      acts.more(note)
      return true
    case 'Delete':
    case 'Backspace':
      acts.stop(note)
      return true
    default:
      return false
  }
}
