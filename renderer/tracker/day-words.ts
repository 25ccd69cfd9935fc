import { dayOf, daysFrom } from '../../shared/time/day.ts'

const ofThisYear = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' })
const ofAnyYear = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' })

/** “today”, “tomorrow”, “7 Dec”, “7 Jan 2027”. */
export function dayWords(day: string, today: string): string {
  switch (daysFrom(today, day)) {
    case -1:
      return 'yesterday'
    case 0:
      return 'today'
    case 1:
      return 'tomorrow'
    default: {
      const format = day.slice(0, 4) === today.slice(0, 4) ? ofThisYear : ofAnyYear
      return format.format(new Date(day))
    }
  }
}

/** When to look again, as it stands beside a takeaway; `null` when no day is set. */
export function lookAgainWords(day: string | null, today: string): string | null {
  if (day === null) return null
  const words = dayWords(day, today)
  if (day > today) return `Look again ${daysFrom(today, day) === 1 ? words : `on ${words}`}`
  return day === today ? 'Due today' : `Due since ${words}`
}

/** The person's day now. */
export function todayNow(): string {
  return dayOf(new Date())
}
