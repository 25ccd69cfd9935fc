import { firstNotBefore } from './bisect.ts'

/** The dates of a list that is sorted by them, newest first: epoch milliseconds; 0 is none. */
type Dated = { length: number; publishedAtMs: (index: number) => number }

/**
 * At which rows months begin, by the calendar of where the person is, from the top; rows without a date are a month of
 * their own. None where no row has a date. Few of the rows are looked at: some twenty for each month.
 */
export function monthStarts(list: Dated): Uint32Array {
  const starts: number[] = []
  for (let start = 0; start < list.length; ) {
    starts.push(start)
    const beginMs = monthBeginMs(list.publishedAtMs(start))
    start = firstNotBefore(start + 1, list.length, (index) => list.publishedAtMs(index) >= beginMs)
  }
  const hasDates = starts.length > 1 || (list.length > 0 && list.publishedAtMs(0) !== 0)
  return Uint32Array.from(hasDates ? starts : [])
}

/** Which of the months a row is in. */
export function monthOfRow(starts: Uint32Array, index: number): number {
  return firstNotBefore(0, starts.length, (month) => (starts[month] ?? 0) <= index) - 1
}

const monthAndYear = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric' })

/** "March 2026". */
export function monthText(publishedAtMs: number): string {
  return publishedAtMs === 0 ? 'No date' : monthAndYear.format(publishedAtMs)
}

/** When the month of a date began. That of 1970 gives way to 0, which is no date and lies in the midst of it. */
function monthBeginMs(publishedAtMs: number): number {
  if (publishedAtMs === 0) return 0
  const begin = new Date(publishedAtMs)
  begin.setDate(1)
  begin.setHours(0, 0, 0, 0)
  return publishedAtMs > 0 ? Math.max(1, begin.getTime()) : begin.getTime()
}
