import type { Anchor } from '../../shared/models/annotation.ts'
import type { Chapter } from '../../shared/models/episode.ts'

/** The ends of what a note is on that a person can move. */
export type AnchorSide = 'start' | 'end'

/** Ears do not tell less apart. */
const stepsPerSecond = 10
/** A range has some length, also one whose ends were set at the same moment. */
const shortestSeconds = 0.5

/** What can be moved at all: a highlight and words that were said stay where they are. */
export function isMovable(anchor: Anchor): boolean {
  return anchor.kind === 'moment' || anchor.kind === 'range' || anchor.kind === 'chapter'
}

/** One end put at a moment; seconds on the resource's clock. An end before the start trades places with it. */
export function withSide(anchor: Anchor, side: AnchorSide, seconds: number): Anchor {
  const at = rounded(seconds)
  const start = anchor.startSeconds ?? at
  if (side === 'start') {
    return anchor.kind === 'range' && anchor.endSeconds > at
      ? rangeBetween(at, anchor.endSeconds)
      : { kind: 'moment', startSeconds: at }
  }
  return at < start ? rangeBetween(at, start) : rangeBetween(start, at)
}

/** One end moved by ear; it stays within the audio, and a range keeps some length. */
export function nudged(
  anchor: Anchor,
  side: AnchorSide,
  bySeconds: number,
  durationSeconds: number | null,
): Anchor {
  if (!isMovable(anchor) || anchor.startSeconds === undefined) return anchor
  const last = durationSeconds ?? Number.POSITIVE_INFINITY
  const within = (seconds: number, low: number, high: number) =>
    rounded(Math.max(low, Math.min(high, seconds)))
  if (anchor.kind !== 'range') {
    return { kind: 'moment', startSeconds: within(anchor.startSeconds + bySeconds, 0, last) }
  }
  const { startSeconds, endSeconds } = anchor
  return side === 'start'
    ? { ...anchor, startSeconds: within(startSeconds + bySeconds, 0, endSeconds - shortestSeconds) }
    : { ...anchor, endSeconds: within(endSeconds + bySeconds, startSeconds + shortestSeconds, last) }
}

export function asMoment(anchor: Anchor): Anchor {
  return { kind: 'moment', startSeconds: anchor.startSeconds ?? 0 }
}

export function asChapter({ startSeconds, title }: Chapter): Anchor {
  return { kind: 'chapter', startSeconds, title }
}

function rangeBetween(startSeconds: number, endSeconds: number): Anchor {
  return {
    kind: 'range',
    startSeconds,
    endSeconds: Math.max(endSeconds, rounded(startSeconds + shortestSeconds)),
  }
}

function rounded(seconds: number): number {
  return Math.max(0, Math.round(seconds * stepsPerSecond) / stepsPerSecond)
}
