import type { HeardPiece } from '../models/heard.ts'
import { compareStamps } from '../models/stamp.ts'
import { type Interval, type Intervals, intervalsOf, noIntervals, union, without } from './intervals.ts'

/** Where the person is in an episode, as much as tells what they heard of it. */
export type HeardPosition = {
  positionSeconds: number
  durationSeconds: number | null
  heardAtMs: number
  finishedAt: string | null
  /** Not set while only the position is kept, as older versions did. */
  counted?: true | undefined
}

/** What the person heard of an episode. */
export type HeardParts = {
  intervals: Intervals
  /** ISO 8601 UTC; when its end was reached by playing, unless something of it was marked as not heard since. */
  finishedAt: string | null
}

export const nothingHeard: HeardParts = { intervals: noIntervals, finishedAt: null }

/**
 * Puts together what is known of having heard an episode, from whichever computers it comes: pieces in the order they were
 * begun in, so that what was marked as not heard is heard again by playing it later.
 */
export function heardParts(pieces: Iterable<HeardPiece>, position: HeardPosition | null): HeardParts {
  const steps = Array.from(pieces, stepOf)
  if (position !== null && position.counted !== true) steps.push(assumedStep(position))
  steps.sort((one, other) => compareStamps(one.at, other.at) || (one.id < other.id ? -1 : 1))
  let intervals = noIntervals
  let takenOutAt: string | null = null
  for (const { at, adds, takesOut } of steps) {
    if (adds !== null) intervals = union(intervals, adds)
    if (takesOut === null) continue
    intervals = without(intervals, takesOut)
    takenOutAt = at
  }
  const finishedAt = position?.finishedAt ?? null
  const isFinished = finishedAt !== null && (takenOutAt === null || compareStamps(finishedAt, takenOutAt) > 0)
  return { intervals, finishedAt: isFinished ? finishedAt : null }
}

type Step = { at: string; id: string; adds: Intervals | null; takesOut: Interval | null }

function stepOf(piece: HeardPiece): Step {
  const { id, createdAt: at } = piece
  switch (piece.how) {
    case 'played':
      return { at, id, adds: intervalsOf(piece.intervals), takesOut: null }
    case 'assumed':
      return { at, id, adds: intervalsOf([[0, piece.endSeconds]]), takesOut: null }
    case 'marked': {
      const stretch: Interval = [piece.startSeconds, piece.endSeconds]
      return piece.as === 'heard'
        ? { at, id, adds: intervalsOf([stretch]), takesOut: null }
        : { at, id, adds: null, takesOut: stretch }
    }
  }
}

function assumedStep(position: HeardPosition): Step {
  const at = instantOf(position.heardAtMs)
  return { at, id: '', adds: intervalsOf([[0, assumedEnd(position)]]), takesOut: null }
}

/** Up to where an episode is taken as heard of which only the position is known: all of one that was finished. */
export function assumedEnd({ positionSeconds, durationSeconds, finishedAt }: HeardPosition): number {
  return finishedAt === null ? positionSeconds : Math.max(positionSeconds, durationSeconds ?? 0)
}

/** ISO 8601 UTC, of epoch milliseconds; of what is no instant, long ago. */
export function instantOf(milliseconds: number): string {
  const isInstant = milliseconds >= 0 && milliseconds < 253_402_300_800_000
  return new Date(isInstant ? milliseconds : 0).toISOString()
}
