/**
 * What is missing without a trace: episodes that the service counts and does not list. `null` when there are none; a list
 * that holds more than the service counts leaves nothing out. `countDifference` is that of the sync row.
 */
export function unlistedText(countDifference: number | null): string | null {
  if (countDifference === null || countDifference <= 0) return null
  const episodes = countDifference === 1 ? 'one episode more' : `${countDifference} episodes more`
  return `The service counts ${episodes} than it lists. Earmark reads the whole list again within a week.`
}
