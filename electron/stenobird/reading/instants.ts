const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
/** RFC 2822's zones by name, in minutes from UTC; the military letters mean nothing reliable. */
const zones: Readonly<Record<string, number>> = {
  ut: 0,
  utc: 0,
  gmt: 0,
  z: 0,
  est: -300,
  edt: -240,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
}

const iso =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2})(?::(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?)?\s*(Z|[+-]\d{2}(?::?\d{2})?|UTC|GMT)?)?$/i
const isoBasic = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{2}(?::?\d{2})?)?$/i
/** 2026/03/04, 2026-3-4, 20260304, and 4.3.2026, which nobody writes with the month first. */
const yearFirst = /^(\d{4})([-/.]?)(\d{1,2})\2(\d{1,2})$/
const dotted = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/
/** 3/14/2026: months first or days first, which only a number over 12 tells. */
const slashed = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/
const epoch = /^(\d{10})(\d{3})?$/
const weekday = /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?,?\s+/i
const monthFirst = /^([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(.{0,60})$/i
/** RFC 822 has two digits for the year. */
const dayFirst =
  /^(\d{1,2})(?:st|nd|rd|th|\.)?[\s-]+(?:of\s+)?([a-z]{3,9})\.?,?[\s-]+(\d{4}|\d{2}(?=\s))(.{0,60})$/i
const yearFirstWorded = /^(\d{4}),?\s+([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?$/i
/** What C's `asctime` and `date` write: the year last. */
const yearLast = /^([a-z]{3})\s+(\d{1,2})\s+(\d{1,2}:\d{2}:\d{2})\s+(?:([a-z]{1,4})\s+)?(\d{4})$/i
const clock =
  /^[,\s]*(?:at\s+)?(\d{1,2})(?::(\d{2})(?::(\d{2}))?)?\s*([ap]\.?m\b\.?)?\s*(?:(?:GMT|UTC)(?=[+-]))?([+-]\d{2}(?::?\d{2})?|[a-z]{1,4})?(?:\s*\([^)]*\))?$/i

/**
 * ISO 8601 UTC of a date in one of its common forms: ISO, RFC 2822, "Mar 4, 2026", "4 March 2026", 4.3.2026, with or without a
 * time. What names no zone is taken as UTC, so that it reads the same on every machine. `null` when it is none.
 */
export function readInstant(given: string): string | null {
  const text = bared(given.trim().slice(0, 120))
  const isoMatch = iso.exec(text) ?? isoBasic.exec(text)
  if (isoMatch !== null) {
    const [, year, month, day, hour = '0', minute = '0', second = '0', zone = 'Z'] = isoMatch
    return instant(Number(year), Number(month), Number(day), [hour, minute, second].map(Number), zone)
  }
  const numbered = ofNumbers(text)
  if (numbered !== null) return numbered
  return ofWords(text.replace(weekday, ''))
}

/** Without what says nothing of the instant: "on" before it, what a page puts beside it, a zone's name where its offset is told. */
function bared(text: string): string {
  return text
    .replace(/^on\s+(?=\S)/i, '')
    .replace(/\s*\((?:last\s+)?(?:updated|edited|modified)\b[^)]{0,60}\)$/i, '')
    .replace(/\s[·•|]\s.{0,60}$/, '')
    .replace(/(?<=[Zz]|[+-]\d{2}:?\d{2})\[[\w/+-]{1,40}\]$/, '')
}

function ofWords(bare: string): string | null {
  const [, asctimeMonth = '', asctimeDay, asctimeClock = '', zoneName = '', asctimeYear] =
    yearLast.exec(bare) ?? []
  if (asctimeYear !== undefined) {
    return worded(Number(asctimeYear), asctimeMonth, Number(asctimeDay), `${asctimeClock} ${zoneName}`.trim())
  }
  const [, year, month = '', day] = yearFirstWorded.exec(bare) ?? []
  if (year !== undefined) return worded(Number(year), month, Number(day), '')
  const first = monthFirst.exec(bare)
  if (first !== null) {
    const [, month = '', day, year, rest = ''] = first
    return worded(Number(year), month, Number(day), rest)
  }
  const second = dayFirst.exec(bare)
  if (second !== null) {
    const [, day, month = '', year = '', rest = ''] = second
    return worded(fullYear(year), month, Number(day), rest)
  }
  return null
}

/** RFC 2822, 4.3. */
function fullYear(year: string): number {
  if (year.length > 2) return Number(year)
  return Number(year) + (Number(year) < 50 ? 2000 : 1900)
}

function ofNumbers(text: string): string | null {
  const [, seconds, milliseconds = '0'] = epoch.exec(text) ?? []
  if (seconds !== undefined) return new Date(Number(seconds) * 1000 + Number(milliseconds)).toISOString()
  const [, year, sign, month, day] = yearFirst.exec(text) ?? []
  if (year !== undefined && (sign !== '' || text.length === 8)) return dayAt(year, month, day)
  const [, dayDotted, monthDotted, yearDotted] = dotted.exec(text) ?? []
  if (yearDotted !== undefined) return dayAt(yearDotted, monthDotted, dayDotted)
  const [, first, second, yearSlashed] = slashed.exec(text) ?? []
  if (yearSlashed === undefined || (Number(first) <= 12 && Number(second) <= 12 && first !== second))
    return null
  return Number(first) > 12 ? dayAt(yearSlashed, second, first) : dayAt(yearSlashed, first, second)
}

function dayAt(year: string, month: string | undefined, day: string | undefined): string | null {
  return instant(Number(year), Number(month), Number(day), [0, 0, 0], 'Z')
}

function worded(year: number, monthName: string, day: number, rest: string): string | null {
  const month = months.indexOf(monthName.slice(0, 3).toLowerCase()) + 1
  if (month === 0) return null
  if (rest.trim() === '') return instant(year, month, day, [0, 0, 0], 'Z')
  const time = clock.exec(rest)
  if (time === null) return null
  const [, hour, minute, second = '0', half, zone = 'Z'] = time
  // A number alone is no time of day.
  if (minute === undefined && half === undefined) return null
  return instant(year, month, day, [hourOfDay(Number(hour), half), Number(minute ?? 0), Number(second)], zone)
}

function hourOfDay(hour: number, half: string | undefined): number {
  if (half === undefined) return hour
  return (hour % 12) + (/^p/i.test(half) ? 12 : 0)
}

function instant(year: number, month: number, day: number, time: number[], zone: string): string | null {
  const [hour = 0, minute = 0, second = 0] = time
  const offset = offsetMinutes(zone)
  const isMidnight = hour === 24 && minute === 0 && second === 0
  if (offset === null || (hour > 23 && !isMidnight) || minute > 59 || second > 60) return null
  const date = new Date(Date.UTC(year, month - 1, day, hour, minute, second))
  // A 31st of February becomes a day in March, which gives it away. The first years of all, which to programs mean that
  // there is no date ("0001-01-01"), become some of the twentieth century.
  const midnight = new Date(Date.UTC(year, month - 1, day))
  if (
    midnight.getUTCFullYear() !== year ||
    midnight.getUTCMonth() !== month - 1 ||
    midnight.getUTCDate() !== day
  )
    return null
  const text = new Date(date.getTime() - offset * 60_000).toISOString()
  // Past the year 9999 it has two digits more, and is a date to nobody else.
  return /^\d/.test(text) ? text : null
}

function offsetMinutes(zone: string): number | null {
  const match = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone)
  if (match === null) return zones[zone.toLowerCase()] ?? null
  const [, sign, hours, minutes = '0'] = match
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
}
