import type { ListeningRow } from '../db/rows.ts'

/** An episode that was finished and left this close to its end begins again. */
const endWithinSeconds = 5

/** With less than that behind the person, an episode counts as not begun. */
export const begunAfterSeconds = 5

/** Where an episode goes on. */
export function resumePosition(listening: ListeningRow | undefined): number {
  if (listening === undefined) return 0
  const { positionSeconds, durationSeconds, finishedAt } = listening
  const isAtEnd = durationSeconds !== null && positionSeconds >= durationSeconds - endWithinSeconds
  return finishedAt !== null && isAtEnd ? 0 : positionSeconds
}
