/** A stretch of audio in seconds, from its first moment up to, not including, its last. Never empty. */
export type Interval = readonly [fromSeconds: number, toSeconds: number]

/** In order, and apart from each other: none overlaps or touches the next. */
export type Intervals = readonly Interval[]

export const noIntervals: Intervals = []

/**
 * What lies in any of them, in order. What is at most `joinWithinSeconds` apart becomes one; whatever is empty, turned round
 * or no number is passed over.
 */
export function intervalsOf(stretches: Iterable<Interval>, joinWithinSeconds = 0): Intervals {
  const sorted = Array.from(stretches)
    .filter(([from, to]) => from < to && Number.isFinite(from) && Number.isFinite(to))
    .sort(([one], [other]) => one - other)
  const joined: [number, number][] = []
  for (const [from, to] of sorted) {
    const last = joined.at(-1)
    if (last !== undefined && from - last[1] <= joinWithinSeconds) last[1] = Math.max(last[1], to)
    else joined.push([from, to])
  }
  return joined
}

/** What lies in either. */
export function union(one: Intervals, other: Intervals): Intervals {
  if (one.length === 0) return other
  if (other.length === 0) return one
  return intervalsOf([...one, ...other])
}

/** What lies in the first and not in the stretch. */
export function without(intervals: Intervals, [from, to]: Interval): Intervals {
  if (!(from < to)) return intervals
  return intervals.flatMap(([begin, end]): Interval[] => {
    if (end <= from || begin >= to) return [[begin, end]]
    const rest: Interval[] = [
      [begin, from],
      [to, end],
    ]
    return rest.filter(([left, right]) => left < right)
  })
}

export function lengthOf(intervals: Intervals): number {
  return intervals.reduce((sum, [from, to]) => sum + (to - from), 0)
}

/** How many seconds of a stretch they cover. */
export function coveredWithin(intervals: Intervals, [from, to]: Interval): number {
  return intervals.reduce(
    (sum, [begin, end]) => sum + Math.max(0, Math.min(end, to) - Math.max(begin, from)),
    0,
  )
}

/** What of a stretch they leave out. */
export function gapsWithin(intervals: Intervals, stretch: Interval): Intervals {
  const whole: Intervals = stretch[0] < stretch[1] ? [stretch] : noIntervals
  return intervals.reduce(without, whole)
}
