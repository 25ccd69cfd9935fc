import { parseClock } from '../../../shared/time/clock.ts'

/** With where the chapter ends, which some pages tell as well. */
const clock =
  /(\d{1,12})(?::\d{2}){1,2}(?![\d:])(?:\s{0,2}(?:-|–|—|to)\s{0,2}\d{1,3}(?::\d{2}){1,2}(?![\d:]))?/g

/**
 * Where chapters that run together without breaks begin, but for the first: at a time that touches the word after it, and
 * the word or full stop before it, as in "…responsibility.7:55The Mechanics". With a space before it, as an empty description
 * leaves one, what follows must begin like a title. A time with space around it belongs to the sentence it stands in.
 */
export function runTogetherStarts(text: string): number[] {
  const starts: number[] = spacedStarts(text)
  if (starts.length > 0) return starts
  const found = [...text.matchAll(clock)].filter(({ 0: whole, 1: digits = '', index }) => {
    const after = text.slice(index + whole.length, index + whole.length + 4)
    return touchesTitle(text.slice(Math.max(0, index - 2), index), after) || yearDigits(digits) > 0
  })
  let next = Number.POSITIVE_INFINITY
  for (const match of found.toReversed()) {
    const stuck = stuckDigits(match, text.charAt(match.index - 1), next)
    next = parseClock(/^[\d:]*/.exec(match[0].slice(stuck))?.[0] ?? '') ?? next
    starts.push(match.index + stuck)
  }
  return starts.toReversed().filter((start) => start > 0)
}

/**
 * How many digits before a time are the end of what stands before it: "…it cost 507:55Two" is 7:55 after a 50 where the next
 * chapter begins before 507 minutes, or where there are more digits than a time has.
 */
function stuckDigits(match: RegExpExecArray, before: string, next: number): number {
  const [whole, digits = ''] = match
  const year = yearDigits(digits)
  if (year > 0 || digits.length < 3 || !/[\s\p{L}\p{Sc}]/u.test(before)) return year
  const time = /^[\d:]*/.exec(whole)?.[0] ?? ''
  for (let stuck = Math.max(0, digits.length - 3); stuck < digits.length; stuck += 1) {
    const seconds = digits[stuck] === '0' ? null : parseClock(time.slice(stuck))
    const isShort = digits.length - stuck < 3 || digits.length === 3
    if (seconds !== null && seconds < next && isShort) return stuck
  }
  return 0
}

function touchesTitle(before: string, after: string): boolean {
  if (/^(?:[\s.,;:!?)\]\-–—/]|$)/.test(after) || /[([\-–—/@]$/.test(before)) return false
  if (/^[ap]\.?m\b/i.test(after)) return false
  return !/\s$/.test(before) || /[:：]\s$/.test(before) || /^[^\p{Ll}]/u.test(after)
}

/** "…since 20267:55The": a year stuck to the minutes or hours that follow it. */
function yearDigits(digits: string): number {
  return /^(?:19|20)\d{2}\d{1,2}$/.test(digits) ? 4 : 0
}

/**
 * Chapters that a space parts, as in "1:00 One: Why. 2:30 Two: How.": after the end of a sentence, before a capital, and each
 * later than the one before. Once one is not, all of them are taken for times that sentences speak of.
 */
function spacedStarts(text: string): number[] {
  const first = /^\s{0,9}((?:\d{1,3}:)?\d{1,3}:\d{2})\s/.exec(text)
  let latest = parseClock(first?.[1] ?? '')
  if (latest === null) return []
  const starts: number[] = []
  for (const match of text.matchAll(
    /(?<=[.!?…:]["'”’)]?\s{1,4})((?:\d{1,3}:)?\d{1,3}:\d{2})(?=\s{1,4}["“'‘]?\p{Lu})/gu,
  )) {
    const time = parseClock(match[1] ?? '')
    if (time === null || time <= latest) return []
    latest = time
    starts.push(match.index)
  }
  return starts
}
