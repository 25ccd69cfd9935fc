import type { SyncRow } from '../db/rows.ts'

/**
 * What is missing without a trace: episodes that the service counts and does not list. `null` when there are none; a list
 * that holds more than the service counts leaves nothing out.
 */
export function unlistedText({
  countDifference,
  sweeping,
}: Pick<SyncRow, 'countDifference' | 'sweeping'>): string | null {
  if (countDifference === null || countDifference <= 0) return null
  const episodes = countDifference === 1 ? 'one episode more' : `${countDifference} episodes more`
  const when = sweeping ? 'at the next check' : 'within a week'
  return `The service counts ${episodes} than it lists. Earmark reads the whole list again ${when}.`
}
