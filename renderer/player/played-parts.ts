import type { Interval, Intervals } from '../../shared/heard/intervals.ts'

/** What of an episode plays, on its audio's clock. The last part has no end: the audio's is not known for sure. */
export type PlayedParts = {
  parts: Intervals
  /** A stretch that is none of them, and that the person went to all the same. */
  asked: Interval | null
  /** What is played again and again. */
  loop: Interval | null
}

/** What is to happen at a moment that was reached by playing. */
export type Step =
  /** It plays on; at the end of that it is to be asked anew. */
  | { kind: 'plays'; untilSeconds: number }
  | { kind: 'goes'; toSeconds: number }
  /** Nothing that plays is left. */
  | { kind: 'ends' }

type Starts = readonly { readonly startSeconds: number }[]

/** A clock that was sent to a part's beginning may stand this much before it. */
const beginsWithinSeconds = 0.05
/** An end this close is reached: a timer comes a little early or late. */
const reachedWithinSeconds = 0.02

/** From where to where a chapter goes; with -1, what is before the first. */
export function stretchOf(chapters: Starts, index: number): Interval {
  const start = chapters[index]?.startSeconds ?? 0
  return [start, Math.max(start, chapters[index + 1]?.startSeconds ?? Number.POSITIVE_INFINITY)]
}

/** The parts that play, in order and apart. `chapters` are in order of their start; `plays` is asked with -1 of what is before the first. */
export function partsOf(chapters: Starts, plays: (index: number) => boolean): Intervals {
  const parts: [number, number][] = []
  for (let index = -1; index < chapters.length; index += 1) {
    const [from, to] = stretchOf(chapters, index)
    if (from >= to || !plays(index)) continue
    const last = parts.at(-1)
    if (last?.[1] === from) last[1] = to
    else parts.push([from, to])
  }
  return parts
}

export function stepAt({ parts, asked, loop }: PlayedParts, seconds: number): Step {
  if (loop !== null) {
    return isBefore(loop, seconds)
      ? { kind: 'plays', untilSeconds: loop[1] }
      : { kind: 'goes', toSeconds: loop[0] }
  }
  if (asked !== null && isIn(asked, seconds)) return { kind: 'plays', untilSeconds: asked[1] }
  const part = parts.find((each) => isIn(each, seconds))
  if (part !== undefined) return { kind: 'plays', untilSeconds: part[1] }
  const next = nextPart(parts, seconds)
  return next === null ? { kind: 'ends' } : { kind: 'goes', toSeconds: next }
}

export function playsAt(parts: Intervals, seconds: number): boolean {
  return parts.some((part) => isIn(part, seconds))
}

/** Where the first part begins that begins after a moment; `null` when none does. */
function nextPart(parts: Intervals, seconds: number): number | null {
  return parts.find(([from]) => from > seconds)?.[0] ?? null
}

/** Where it plays on from a moment: there, else at the next part, after the last at the first. `null` when nothing plays. */
export function entryAt({ parts, asked, loop }: PlayedParts, seconds: number): number | null {
  const open = [...parts, ...[asked, loop].filter((stretch) => stretch !== null)]
  if (playsAt(open, seconds)) return seconds
  return nextPart(parts, seconds) ?? parts[0]?.[0] ?? null
}

/**
 * Where so many seconds of what plays lead from a moment, or with a negative number back: a stretch that does not play takes none
 * of them. Who stands in such a stretch goes as if all of it played.
 */
export function moved(parts: Intervals, seconds: number, by: number): number {
  const at = parts.findIndex((part) => isIn(part, seconds))
  if (at === -1) return seconds + by
  const ways = by < 0 ? parts.slice(0, at + 1).toReversed() : parts.slice(at)
  let left = Math.abs(by)
  let from = seconds
  for (const [index, [begin, end]] of ways.entries()) {
    if (index > 0) from = by < 0 ? end : begin
    const room = by < 0 ? from - begin : end - from
    const isLast = index === ways.length - 1
    if (left < room || isLast) return by < 0 ? from - left : from + left
    left -= room
  }
  return seconds + by
}

/** How much is left to play from a moment on, of audio that ends at `endSeconds`. */
export function leftAfter(parts: Intervals, seconds: number, endSeconds: number): number {
  return parts.reduce(
    (sum, [from, to]) => sum + Math.max(0, Math.min(to, endSeconds) - Math.max(from, seconds)),
    0,
  )
}

function isIn(stretch: Interval, seconds: number): boolean {
  return seconds >= stretch[0] - beginsWithinSeconds && isBefore(stretch, seconds)
}

function isBefore([, to]: Interval, seconds: number): boolean {
  return seconds < to - reachedWithinSeconds
}
