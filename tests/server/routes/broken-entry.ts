import { answersOf } from '../faults/fault.ts'
import type { Call } from '../http/call.ts'

export function isEntryBroken({ faults }: Call): boolean {
  return answersOf(faults).has('broken-entry')
}

/** Has a slug and nothing else that can be read. */
export const brokenEpisode = {
  slug: 'a-broken-one',
  title: null,
  podcast: 'a name where an object was due',
  published_at: 'yesterday',
  duration_seconds: -1,
  topics: 'none',
  chapters: { start_seconds: 'soon' },
}
