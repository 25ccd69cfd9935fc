import type { Annotation } from '../../shared/models/annotation.ts'

/** An import of a note says within a second of the instant in its id when it was changed (`imported-row.ts`), and tying adds to that. */
const longestMs = 1000

/**
 * What an act of the person's on a note is later than: the note as it is, and all that another import of it may come to say. Programs
 * write local time, and clocks go wrong, so that the day it was made on may still be to come.
 */
export function latestOf({ id, origin, updatedAt }: Annotation): string {
  if (origin === undefined) return updatedAt
  const latestMs = Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16) + longestMs
  return latestMs > Date.parse(updatedAt) ? new Date(latestMs).toISOString() : updatedAt
}
