import type { NextLook, PodcastSchedule } from '../../shared/models/schedule.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const timeText = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short' })
const weekdayText = new Intl.DateTimeFormat('en-GB', { weekday: 'long' })
const dayText = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long' })
const dayOfYearText = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })

/** "Checked 5 minutes ago, next at 14:10": the state of a podcast in one line. Times are epoch milliseconds. */
export function scheduleLine({ lastCheckedAtMs, next }: PodcastSchedule, nowMs: number): string {
  const checked = lastCheckedAtMs === null ? 'Not checked yet' : `Checked ${agoText(lastCheckedAtMs, nowMs)}`
  const then = nextPhrase(next, nowMs)
  return then === null ? checked : `${checked}, ${then}`
}

/** When it is looked at next, as a sentence of its own; `null` where that means nothing. */
export function nextSentence({ next, everyMs }: PodcastSchedule, nowMs: number): string | null {
  switch (next.kind) {
    case 'at':
      return `${capital(atText(next.atMs, nowMs))}, then about every ${spanText(everyMs).replace(/^1 /, '')}`
    case 'now':
      return 'Now'
    case 'held':
      return `${capital(atText(next.untilMs, nowMs))}: the service asked to be left alone until then`
    case 'service-troubled':
      return `${capital(atText(next.atMs, nowMs))}: the service has trouble of its own`
    case 'unreachable':
      return 'As soon as the service can be reached'
    case 'on-this-computer':
      return null
  }
}

/** "5 minutes ago", as a sentence of its own. */
export function checkedText(lastCheckedAtMs: number | null, nowMs: number): string {
  return lastCheckedAtMs === null ? 'Not yet' : capital(agoText(lastCheckedAtMs, nowMs))
}

function nextPhrase(next: NextLook, nowMs: number): string | null {
  switch (next.kind) {
    case 'at':
    case 'service-troubled':
      return `next ${atText(next.atMs, nowMs)}`
    case 'now':
      return 'next now'
    case 'held':
      return `next ${atText(next.untilMs, nowMs)}, as the service asked`
    case 'unreachable':
      return 'next as soon as the service can be reached'
    case 'on-this-computer':
      return null
  }
}

/** "Nothing new since 3 March"; `null` while nothing was ever read. `lastNewsAt` is ISO 8601 UTC. */
export function newsText(lastNewsAt: string | null, nowMs: number): string | null {
  if (lastNewsAt === null) return null
  const atMs = Date.parse(lastNewsAt)
  return nowMs - atMs < hourMs
    ? `Something new came ${agoText(atMs, nowMs)}`
    : `Nothing new since ${sinceText(atMs, nowMs)}`
}

function agoText(atMs: number, nowMs: number): string {
  const ago = nowMs - atMs
  if (ago < minuteMs) return 'just now'
  return ago < 24 * hourMs ? `${spanText(ago)} ago` : `on ${dayIn(atMs, nowMs)}`
}

function sinceText(atMs: number, nowMs: number): string {
  return isSameDay(atMs, nowMs) ? timeText.format(atMs) : dayIn(atMs, nowMs)
}

/** "at 14:10", or with the day where it is another one; none is more than a week away. */
function atText(atMs: number, nowMs: number): string {
  const at = `at ${timeText.format(atMs)}`
  if (isSameDay(atMs, nowMs)) return at
  const day = isSameDay(atMs, dayAfter(nowMs)) ? 'tomorrow' : `on ${weekdayText.format(atMs)}`
  return `${day} ${at}`
}

/** Not 24 hours later: days with a change of the clocks are longer or shorter. */
function dayAfter(atMs: number): number {
  const day = new Date(atMs)
  return day.setDate(day.getDate() + 1)
}

function dayIn(atMs: number, nowMs: number): string {
  const isThisYear = new Date(atMs).getFullYear() === new Date(nowMs).getFullYear()
  return (isThisYear ? dayText : dayOfYearText).format(atMs)
}

function isSameDay(oneMs: number, otherMs: number): boolean {
  return new Date(oneMs).toDateString() === new Date(otherMs).toDateString()
}

/** "5 minutes", "2 hours", "1 day": as exactly as one needs to know. */
function spanText(milliseconds: number): string {
  const minutes = Math.max(1, Math.round(milliseconds / minuteMs))
  if (minutes < 60) return minutes === 1 ? '1 minute' : `${minutes} minutes`
  const hours = Math.round(milliseconds / hourMs)
  if (hours < 24) return hours === 1 ? '1 hour' : `${hours} hours`
  return '1 day'
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}
