/** `m:ss`, or `h:mm:ss` from one hour on. Takes seconds; a fraction is dropped, as a clock does. */
export function clockText(seconds: number): string {
  const whole = Math.max(0, Math.floor(Number.isFinite(seconds) ? seconds : 0))
  const hours = Math.floor(whole / 3600)
  const minutes = Math.floor(whole / 60) % 60
  const padded = String(whole % 60).padStart(2, '0')
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${padded}` : `${minutes}:${padded}`
}

/** The same for a screen reader: "1 hour 2 minutes 5 seconds". */
export function spokenClock(seconds: number): string {
  const whole = Math.max(0, Math.floor(Number.isFinite(seconds) ? seconds : 0))
  const parts = [
    counted(Math.floor(whole / 3600), 'hour'),
    counted(Math.floor(whole / 60) % 60, 'minute'),
    counted(whole % 60, 'second'),
  ].filter((part) => part !== '')
  return parts.length === 0 ? '0 seconds' : parts.join(' ')
}

function counted(count: number, unit: string): string {
  if (count === 0) return ''
  return count === 1 ? `1 ${unit}` : `${count} ${unit}s`
}

/** Seconds of `m:ss` or `h:mm:ss` (minutes and hours of any size); `null` when it is not a time. */
export function parseClock(text: string): number | null {
  const match = /^(?:(\d{1,4}):)?(\d{1,4}):([0-5]\d)(?:[.,](\d{1,6}))?$/.exec(text.trim())
  if (match === null) return null
  const [, hours, minutes, seconds, fraction] = match
  if (hours !== undefined && Number(minutes) > 59) return null
  return Number(hours ?? 0) * 3600 + Number(minutes) * 60 + Number(`${seconds}.${fraction ?? 0}`)
}
