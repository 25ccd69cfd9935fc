import type { Annotation } from '../../shared/models/annotation.ts'
import type { Tracking } from '../../shared/models/tracking.ts'
import { isDue } from '../../shared/tracking/standing.ts'

export type TrackedNote = Annotation & { tracking: Tracking }

/** In the order in which they are shown: what is due on top, then what is under way. */
const groupNames = ['due', 'trying', 'to-try', 'worked', 'did-not'] as const
export type TrackedGroupName = (typeof groupNames)[number]
export type TrackedGroup = { name: TrackedGroupName; notes: TrackedNote[] }

/** Takes notes newest first. Within a group what has a day comes first, in the order of days. Empty groups are left out. */
export function groupTracked(newestFirst: readonly Annotation[], today: string): TrackedGroup[] {
  const groups = new Map(groupNames.map((name) => [name, [] as TrackedNote[]]))
  for (const note of newestFirst) if (isTracked(note)) groups.get(groupOf(note, today))?.push(note)
  return [...groups]
    .filter(([, notes]) => notes.length > 0)
    .map(([name, notes]) => ({ name, notes: byDay(notes) }))
}

export function groupOf({ tracking }: TrackedNote, today: string): TrackedGroupName {
  return isDue(tracking, today) ? 'due' : tracking.state
}

function isTracked(note: Annotation): note is TrackedNote {
  return note.tracking !== null
}

/** Most have no day, and need no sorting. */
function byDay(notes: readonly TrackedNote[]): TrackedNote[] {
  const dated = notes.filter(({ tracking }) => tracking.lookAgainOn !== null)
  const undated = notes.filter(({ tracking }) => tracking.lookAgainOn === null)
  const dayOf = ({ tracking }: TrackedNote) => tracking.lookAgainOn ?? ''
  dated.sort((one, other) => (dayOf(one) === dayOf(other) ? 0 : dayOf(one) < dayOf(other) ? -1 : 1))
  return [...dated, ...undated]
}
