import { dayOf } from '../../shared/time/day.ts'

/**
 * The person's calendar day of instants (ISO 8601 UTC), each mostly close to the one before, as those of a list are: what lies on the
 * same day as that is told by comparing texts, where reading 20,000 dates would take longer than anything else about a list.
 */
export function daysOfInstants(): (instant: string) => string {
  let day = ''
  let [begin, end] = ['', '']
  return (instant) => {
    if (instant >= begin && instant < end && instant.length === begin.length) return day
    const date = new Date(instant)
    if (Number.isNaN(date.getTime())) return ''
    const [year, month, dayOfMonth] = [date.getFullYear(), date.getMonth(), date.getDate()]
    day = dayOf(date)
    begin = new Date(year, month, dayOfMonth).toISOString()
    end = new Date(year, month, dayOfMonth + 1).toISOString()
    return day
  }
}
