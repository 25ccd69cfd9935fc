// A day is the calendar's, as "2026-03-04", and says nothing of hours: days are counted apart from every time zone, so that one of
// 23 or 25 hours is one day. They sort as text.

const dayMs = 86_400_000
const lastDay = '9999-12-31'

/** The calendar day of an instant where the person is, as "2026-03-04". */
export function dayOf(date: Date): string {
  const [month, day] = [date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0'))
  return `${String(date.getFullYear()).padStart(4, '0')}-${month}-${day}`
}

/** So many days later, or earlier. */
export function dayAfter(day: string, days: number): string {
  return written(new Date(Date.parse(day) + days * dayMs))
}

/** The same day of the next month, or its last where it has no such day. */
export function dayAMonthAfter(day: string): string {
  const date = new Date(Date.parse(day))
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + 1]
  const lastOfNext = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  return written(new Date(Date.UTC(year, month, Math.min(date.getUTCDate(), lastOfNext))))
}

/** How many days `later` is after `earlier`; below 0 when it is before. */
export function daysFrom(earlier: string, later: string): number {
  return Math.round((Date.parse(later) - Date.parse(earlier)) / dayMs)
}

function written(date: Date): string {
  const text = Number.isNaN(date.getTime()) ? lastDay : date.toISOString()
  return text.startsWith('+') ? lastDay : text.slice(0, 10)
}
