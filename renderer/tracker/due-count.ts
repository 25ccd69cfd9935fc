import { useSyncExternalStore } from 'react'
import { coalesced } from '../db/coalesced.ts'
import { database } from '../db/database.ts'
import { countDueNotes } from '../db/due-notes.ts'
import { onCommit } from '../db/on-commit.ts'
import { useToday } from './today.ts'

/** Writing a note commits with each key; how many are due can wait that long. */
const leastMsBetweenCounts = 500

const count = coalesced(
  () => countDueNotes(useToday.getState().today),
  (hear) => {
    const stops = [onCommit(database.annotations.name, hear), useToday.subscribe(hear)]
    return () => {
      for (const stop of stops) stop()
    }
  },
  leastMsBetweenCounts,
)

/** How many takeaways are due, live, also when the day changes; `undefined` until they were counted. */
export function useDueCount(): number | undefined {
  return useSyncExternalStore(count.subscribe, count.latest)
}
