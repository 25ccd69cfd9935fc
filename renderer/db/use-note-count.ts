import { useSyncExternalStore } from 'react'
import { countAnnotations } from './annotations.ts'
import { coalesced } from './coalesced.ts'
import { database } from './database.ts'
import { onCommit } from './on-commit.ts'

/**
 * Counting goes through every key of a table, a microsecond for each: after each of an import's commits it took as much of the
 * database's time as the import itself.
 */
const leastMsBetweenCounts = 1000

const count = coalesced(
  countAnnotations,
  (hear) => onCommit(database.annotations.name, hear),
  leastMsBetweenCounts,
)

/** Of those that are not deleted, live, at once and then at most once a second; `undefined` until they were counted. */
export function useNoteCount(): number | undefined {
  return useSyncExternalStore(count.subscribe, count.latest)
}
