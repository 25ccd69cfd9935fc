import { parseClock } from '../../../shared/time/clock.ts'

/** A longer one is a mistake: a thousand hours. */
const longestSeconds = 3_600_000

const number = String.raw`(\d{1,8}(?:[.,]\d{1,6})?)`
/** Years and months have no length of their own, so they may only be none. */
const isoDuration = new RegExp(
  `^P(?:0+Y)?(?:0+M)?(?:${number}W)?(?:${number}D)?(?:T(?:${number}H)?(?:${number}M)?(?:${number}S)?)?$`,
  'i',
)
const wordedDuration = new RegExp(
  String.raw`^(?:${number}\s*h(?:ou)?r?s?\.?)?,?\s*(?:and\s+)?(?:${number}\s*(?:m(?:in(?:ute)?s?)?\.?|['′’]))?,?\s*(?:and\s+)?(?:${number}\s*(?:s(?:ec(?:ond)?s?)?\.?|["″”]))?$`,
  'i',
)
/** "45:40 min", and "1:02 hours", which has no seconds. */
const clockWithUnit = /^([\d:.]{3,14})\s*(h|hrs?|hours?|m|min|mins|minutes?)\.?$/i
const milliseconds = /^(\d{1,12})\s*(?:ms|msec|milliseconds?)$/i

/** Seconds of a number of seconds, `m:ss`, `h:mm:ss`, ISO 8601 (`PT45M40S`) or words ("45 min"); `null` when it is none. */
export function readDuration(given: string | number): number | null {
  const seconds = typeof given === 'number' ? given : ofText(plain(given))
  if (seconds === null || !Number.isFinite(seconds) || seconds < 0 || seconds > longestSeconds) return null
  return seconds
}

/** "2,740 seconds (45:40)" is "2740 seconds", "about 45 min" is "45 min". */
function plain(given: string): string {
  return given
    .trim()
    .slice(0, 60)
    .replace(/^(?:about|approx\.?|approximately|ca\.?|circa|~|≈)\s?/i, '')
    .replace(/\s?\([^)]{0,40}\)$/, '')
    .replace(/(?<=\d)[, \u00a0\u202f'’](?=\d{3}(?!\d))/g, '')
}

function ofText(text: string): number | null {
  if (/^\d{1,8}(?:\.\d{1,6})?$/.test(text)) return Number(text)
  const [, clock = text, unit = ''] = clockWithUnit.exec(text) ?? []
  const seconds = parseClock(/^h/i.test(unit) && clock.split(':').length === 2 ? `${clock}:00` : clock)
  if (seconds !== null) return seconds
  const small = milliseconds.exec(text)?.[1]
  if (small !== undefined) return Number(small) / 1000
  if (!/\d/.test(text)) return null
  const iso = isoDuration.exec(text)
  if (iso !== null) return summed(iso.slice(1), [7 * 86_400, 86_400, 3600, 60, 1])
  const worded = wordedDuration.exec(text)
  return worded === null ? null : summed(worded.slice(1), [3600, 60, 1])
}

function summed(amounts: readonly (string | undefined)[], units: readonly number[]): number {
  const seconds = amounts.map(
    (amount, index) => Number((amount ?? '0').replace(',', '.')) * (units[index] ?? 0),
  )
  return seconds.reduce((sum, part) => sum + part, 0)
}
