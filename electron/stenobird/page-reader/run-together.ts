import { parseClock } from '../../../shared/time/clock.ts'

const clock = /(\d{1,12})(?::\d{2}){1,2}(?![\d:])/g

/**
 * Where chapters that run together without breaks begin, but for the first: at a time that touches the word after it, and
 * the word or full stop before it, as in "…responsibility.7:55The Mechanics". With a space before it, as an empty description
 * leaves one, what follows must begin like a title. A time with space around it belongs to the sentence it stands in.
 */
export function runTogetherStarts(text: string): number[] {
  const starts: number[] = spacedStarts(text)
  if (starts.length > 0) return starts
  for (const match of text.matchAll(clock)) {
    const digits = match[1] ?? ''
    const after = text.slice(match.index + match[0].length, match.index + match[0].length + 4)
    if (
      !touchesTitle(text.slice(Math.max(0, match.index - 2), match.index), after) &&
      yearDigits(digits) === 0
    )
      continue
    starts.push(match.index + yearDigits(digits))
  }
  return starts.filter((start) => start > 0)
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
