import { dayOf } from '../../shared/time/day.ts'

export const periods = ['days', 'weeks', 'months'] as const
export type Period = (typeof periods)[number]

/** A stretch of calendar days, from its first to its last; days as "2026-03-04". */
export type Bucket = { firstDay: string; lastDay: string; label: string; name: string }

const shortDay = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' })
const longDay = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short' })
const shortMonth = new Intl.DateTimeFormat('en-GB', { month: 'short' })
const longMonth = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric' })

/** The last 30 days, 12 weeks (from Monday) or 12 months, up to and with today, oldest first. */
export function bucketsOf(period: Period, today: Date): Bucket[] {
  switch (period) {
    case 'days':
      return count(30).map((back) => dayBucket(daysAfter(today, -back)))
    case 'weeks':
      return count(12).map((back) => weekBucket(daysAfter(today, -((today.getDay() + 6) % 7) - 7 * back)))
    case 'months':
      return count(12).map((back) => monthBucket(new Date(today.getFullYear(), today.getMonth() - back, 1)))
  }
}

function dayBucket(date: Date): Bucket {
  const day = dayOf(date)
  return { firstDay: day, lastDay: day, label: shortDay.format(date), name: longDay.format(date) }
}

function weekBucket(monday: Date): Bucket {
  const sunday = daysAfter(monday, 6)
  const name = `${shortDay.format(monday)} to ${shortDay.format(sunday)}`
  return { firstDay: dayOf(monday), lastDay: dayOf(sunday), label: shortDay.format(monday), name }
}

function monthBucket(first: Date): Bucket {
  const last = new Date(first.getFullYear(), first.getMonth() + 1, 0)
  const name = longMonth.format(first)
  return { firstDay: dayOf(first), lastDay: dayOf(last), label: shortMonth.format(first), name }
}

/** By the calendar, so that a day of 23 or 25 hours is one day. */
function daysAfter(date: Date, days: number): Date {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + days)
}

/** From `many` less one down to 0. */
function count(many: number): number[] {
  return Array.from({ length: many }, (_, index) => many - 1 - index)
}
