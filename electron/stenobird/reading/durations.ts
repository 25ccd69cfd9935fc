import { parseClock } from '../../../shared/time/clock.ts'

/** A longer one is a mistake: a thousand hours. */
const longestSeconds = 3_600_000

const isoDuration = /^P(?:(\d{1,4})D)?T?(?:(\d{1,5})H)?(?:(\d{1,6})M)?(?:(\d{1,8}(?:[.,]\d{1,6})?)S)?$/i
const wordedDuration =
  /^(?:(\d{1,4})\s*h(?:ou)?r?s?\.?)?,?\s*(?:and\s+)?(?:(\d{1,5})\s*m(?:in(?:ute)?s?)?\.?)?,?\s*(?:and\s+)?(?:(\d{1,8}(?:\.\d{1,6})?)\s*s(?:ec(?:ond)?s?)?\.?)?$/i

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
    .replace(/(?<=\d)[,\u00a0\u202f'’](?=\d{3}(?!\d))/g, '')
}

function ofText(text: string): number | null {
  if (/^\d{1,8}(?:\.\d{1,6})?$/.test(text)) return Number(text)
  const clock = parseClock(text)
  if (clock !== null) return clock
  if (text === '' || /^pt?$/i.test(text)) return null
  const iso = isoDuration.exec(text)
  if (iso !== null) {
    const [, days, hours, minutes, seconds] = iso
    return summed(days, hours, minutes, seconds)
  }
  const worded = wordedDuration.exec(text)
  if (worded === null) return null
  const [, hours, minutes, seconds] = worded
  return summed(undefined, hours, minutes, seconds)
}

function summed(
  days: string | undefined,
  hours: string | undefined,
  minutes: string | undefined,
  seconds: string | undefined,
): number {
  const number = (text: string | undefined) => Number((text ?? '0').replace(',', '.'))
  return number(days) * 86_400 + number(hours) * 3600 + number(minutes) * 60 + number(seconds)
}
