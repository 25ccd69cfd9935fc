import { dayAfter, dayAMonthAfter } from '../../shared/time/day.ts'

/** Days to look again that are one press away. */
export function quickDays(today: string): { label: string; day: string }[] {
  return [
    { label: 'Tomorrow', day: dayAfter(today, 1) },
    { label: 'In a week', day: dayAfter(today, 7) },
    { label: 'In a month', day: dayAMonthAfter(today) },
  ]
}
