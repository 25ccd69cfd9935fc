import type { Intervals } from '../../shared/heard/intervals.ts'

/**
 * A `clip-path` that leaves of a bar what was heard: needs no layout, and one element for any number of stretches. They are
 * one outline, which runs along the upper edge from each to the next.
 */
export function clipToHeard(intervals: Intervals, durationSeconds: number): string {
  const corners = intervals
    .map(([from, to]) => [percentOf(from, durationSeconds), percentOf(to, durationSeconds)] as const)
    .flatMap(([left, right]) => [`${left} 0`, `${left} 100%`, `${right} 100%`, `${right} 0`])
  return corners.length === 0 ? 'inset(0 100% 0 0)' : `polygon(${corners.join(', ')})`
}

function percentOf(seconds: number, durationSeconds: number): string {
  const share = durationSeconds > 0 ? Math.min(1, Math.max(0, seconds / durationSeconds)) : 0
  return `${Number((share * 100).toFixed(3))}%`
}
