import type { Listening } from './count-listening.ts'
import type { Period } from './periods.ts'

export const periodNames: Readonly<Record<Period, string>> = {
  days: '30 days',
  weeks: '12 weeks',
  months: '12 months',
}

export const bucketNouns: Readonly<Record<Period, string>> = { days: 'Day', weeks: 'Week', months: 'Month' }

/** "3 h 20 min", "45 min", "under a minute". */
export function lengthText(seconds: number): string {
  const minutes = Math.round(seconds / 60)
  if (minutes === 0) return seconds > 0 ? 'under a minute' : '0 min'
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  if (hours === 0) return `${minutes} min`
  return rest === 0 ? `${hours.toLocaleString('en')} h` : `${hours.toLocaleString('en')} h ${rest} min`
}

/** What the picture shows, in words. */
export function chartText({ bars, heardSeconds }: Pick<Listening, 'bars' | 'heardSeconds'>): string {
  const most = bars.reduce((best, bar) => (bar.seconds > best.seconds ? bar : best))
  return `Heard in all: ${lengthText(heardSeconds)}. Most: ${most.bucket.name}, ${lengthText(most.seconds)}.`
}

/** A minute or less is no saving to speak of. */
const leastSavedSeconds = 60

/** What speed and trimmed silence saved; `null` when it is nothing to speak of. */
export function savedText({ heardSeconds, spentSeconds }: Listening): string | null {
  const saved = heardSeconds - spentSeconds
  return saved < leastSavedSeconds ? null : lengthText(saved)
}
