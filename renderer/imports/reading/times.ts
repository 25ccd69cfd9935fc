import { parseClock } from '../../../shared/time/clock.ts'

/** Longer than any audio. */
const latest = 1_000_000

/** Seconds of `83`, `83.5`, `1:23` or `01:02:03`; `null` when it is no time. */
export function secondsOf(text: string): number | null {
  const given = text.trim()
  const seconds = /^\d{1,9}(?:\.\d{1,9})?$/.test(given) ? Number(given) : parseClock(given)
  return seconds === null || seconds > latest ? null : seconds
}

const clock = String.raw`\d{1,4}:\d{2}(?::\d{2})?`
const span = new RegExp(String.raw`(${clock})\s*(?:[-–—]|to)\s*(${clock})`)

/** `12:27 - 14:12` within a line. */
export function spanIn(line: string): { startSeconds: number; endSeconds: number } | null {
  const [, from = '', until = ''] = span.exec(line) ?? []
  const [startSeconds, endSeconds] = [secondsOf(from), secondsOf(until)]
  return startSeconds === null || endSeconds === null || endSeconds <= startSeconds
    ? null
    : { startSeconds, endSeconds }
}

/** The day of `2026-03-04`, also where a time follows. */
export function dayOf(text: string): string | null {
  const [, day = ''] = /^(\d{4}-\d{2}-\d{2})(?:$|[T\s])/.exec(text.trim()) ?? []
  return day !== '' && Number.isFinite(Date.parse(day)) ? day : null
}

const instantText =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?) ?(Z|UTC|[+-]\d{2}:?\d{2})?)?$/

/** ISO 8601 UTC; a time without a zone is UTC, as Readwise writes it. `null` for what can be read in two ways. */
export function instantOf(text: string): string | null {
  const match = instantText.exec(text.trim())
  if (match === null) return null
  const [, day = '', time = '00:00:00', zone = 'Z'] = match
  const offset = zone === 'UTC' ? 'Z' : zone.replace(/^([+-]\d{2})(\d{2})$/, '$1:$2')
  const date = new Date(`${day}T${time.length === 5 ? `${time}:00` : time}${offset}`)
  return Number.isNaN(date.getTime()) || date.getTime() < 0 ? null : date.toISOString()
}
