import { parseClock } from '../../../shared/time/clock.ts'
import { cutSpans, dropStart, lineOf, type Span, textOf } from './block.ts'

const clock = String.raw`(?:\d{1,4}:)?\d{1,4}:[0-5]\d(?:[.,]\d{1,3})?`
const separators = String.raw`(?:[-–—|•·:→>]+\s*)?`
/** "1:00 – 2:30": the end is not kept. Not "1:00 – 2:30 pm", which is a title. */
const rangeEnd = String.raw`(?:\s*(?:-{1,3}|–|—|→|to|until)>?\s*${clock}(?![\d:])(?!\s*[ap]\.?m\b))?`

const timeFirst = new RegExp(String.raw`^[\s([]*(${clock})(?!\d)${rangeEnd}[\s)\]]*${separators}`, 'i')
/** "45s", "1h2m3s", before a title. */
const unitsFirst =
  /^[\s([]*(?=\d)(?:(\d{1,3})h)?(?:(\d{1,4})m)?(?:(\d{1,6})s)?(?![\p{L}\d])[\s)\]]*(?:[-–—|•·:]+\s*)?/iu
/** "The title (1:00): what it is", or at the very end. */
const timeInBrackets = new RegExp(
  String.raw`^([^\u2028\n]{1,300}?)\s*[([](${clock})${rangeEnd}[)\]](?=\s*$|\s*[:–—-]|\s*[\u2028\n])\s*${separators}`,
)
const timeInBracketsLast = new RegExp(String.raw`[([](${clock})${rangeEnd}[)\]]\s*$`)
const timeAfterDashLast = new RegExp(String.raw`\s(?:[-–—|@]|at)\s{0,5}(${clock})\s*$`)
/** "Chapter 3 (1:00): The title" */
const onlyNumbered = /^\s*(?:chapter|part|section|segment)?\s*#?\d{0,4}[.):]?\s*$/i

/** When a chapter begins, and the words it has beside the time. */
export type Timed = { startSeconds: number; before: Span[]; after: Span[] }

/** The time that a stretch of text begins with, or holds in brackets, or ends with. */
export function findTime(spans: readonly Span[]): Timed | null {
  const text = textOf(spans)
  return findTimeFirst(spans) ?? inBrackets(spans, text) ?? last(spans, text) ?? inUnits(spans, text)
}

export function findTimeFirst(spans: readonly Span[]): Timed | null {
  const text = textOf(spans)
  const first = timeFirst.exec(text)
  const startSeconds = parseClock(first?.[1] ?? '')
  if (first === null || startSeconds === null) return null
  return { startSeconds, before: [], after: dropStart(spans, first[0].length) }
}

function inBrackets(spans: readonly Span[], text: string): Timed | null {
  const match = timeInBrackets.exec(text)
  const startSeconds = parseClock(match?.[2] ?? '')
  if (match === null || startSeconds === null) return null
  const [before = []] = cutSpans(spans, [match[1]?.length ?? 0])
  const after = dropStart(spans, match[0].length)
  if (onlyNumbered.test(textOf(before))) return { startSeconds, before: [], after }
  return lineOf(after) === '' ? { startSeconds, before: [], after: before } : { startSeconds, before, after }
}

function last(spans: readonly Span[], text: string): Timed | null {
  // The end alone is looked at, since a search for it through long text would take quadratic time.
  const from = Math.max(0, text.length - 60)
  const end = text.slice(from)
  const match = timeInBracketsLast.exec(end) ?? timeAfterDashLast.exec(end)
  const startSeconds = parseClock(match?.[1] ?? '')
  if (match === null || startSeconds === null) return null
  return { startSeconds, before: [], after: cutSpans(spans, [from + match.index])[0] ?? [] }
}

function inUnits(spans: readonly Span[], text: string): Timed | null {
  const match = unitsFirst.exec(text)
  const [whole = '', hours, minutes, seconds] = match ?? []
  if (hours === undefined && minutes === undefined && seconds === undefined) return null
  const startSeconds = Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0)
  return { startSeconds, before: [], after: dropStart(spans, whole.length) }
}

/** A time that stands alone, where a bare number means seconds. */
export function secondsOfCell(text: string): number | null {
  const bare = text.replace(/^[([\s]{1,9}|[)\]\s]{1,9}$/g, '')
  const seconds = /^(\d{1,7}(?:\.\d{1,3})?)\s?(?:s|sec|seconds)?$/i.exec(bare)?.[1]
  if (seconds !== undefined) return Number(seconds)
  const range = new RegExp(`^(${clock})${rangeEnd}$`, 'i').exec(bare)
  return parseClock(range?.[1] ?? bare)
}
