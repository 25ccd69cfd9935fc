const clock = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short' })
const dayAndClock = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  hour: '2-digit',
  minute: '2-digit',
})

const minuteMs = 60_000
const hourMs = 60 * minuteMs

/** When something to come happens, for a person: how long until then, and beyond an hour at what time. */
export function whenText(atMs: number, nowMs: number): string {
  const leftMs = atMs - nowMs
  if (leftMs <= minuteMs) return 'in less than a minute'
  if (leftMs < hourMs) return `in ${Math.round(leftMs / minuteMs)} minutes`
  return leftMs < 12 * hourMs ? `at ${clock.format(atMs)}` : `on ${dayAndClock.format(atMs)}`
}
