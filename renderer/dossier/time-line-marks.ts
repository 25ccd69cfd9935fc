import type { TimeColumn } from './time-line-columns.ts'

/** What is drawn in a column, from the bottom up: an episode, or several as one. */
export type TimeMark =
  | { kind: 'episode'; index: number; bottomPixels: number }
  | { kind: 'several'; count: number; bottomPixels: number; heightPixels: number }

/** In CSS pixels. */
const dotPitch = 13
const mostDots = 5
/** With more than this in one column, dots would all be as high, and bars tell more. */
const mostInDots = 5 * mostDots
const highest = mostDots * dotPitch

/** Marks of each column, as high as the one with the most has them. */
export function timeMarks(columns: readonly TimeColumn[]): TimeMark[][] {
  const tallest = columns.reduce((most, { indices }) => Math.max(most, indices.length), 0)
  return columns.map(({ indices }) => (tallest > mostInDots ? bars(indices, tallest) : dots(indices)))
}

/** How much room they need. */
export function heightOf(marks: readonly TimeMark[][]): number {
  const tops = marks
    .flat()
    .map((mark) => mark.bottomPixels + (mark.kind === 'several' ? mark.heightPixels : dotPitch))
  return tops.reduce((most, top) => Math.max(most, top), dotPitch)
}

function dots(indices: readonly number[]): TimeMark[] {
  const isCut = indices.length > mostDots
  const shown = indices.slice(0, isCut ? mostDots - 1 : mostDots)
  const marks = shown.map(
    (index, dot): TimeMark => ({ kind: 'episode', index, bottomPixels: dot * dotPitch }),
  )
  if (!isCut) return marks
  const count = indices.length - shown.length
  return [...marks, { kind: 'several', count, bottomPixels: shown.length * dotPitch, heightPixels: dotPitch }]
}

function bars(indices: readonly number[], tallest: number): TimeMark[] {
  const [index] = indices
  if (indices.length === 1 && index !== undefined) return [{ kind: 'episode', index, bottomPixels: 0 }]
  const heightPixels = Math.max(4, Math.round((indices.length / tallest) * highest))
  return [{ kind: 'several', count: indices.length, bottomPixels: 0, heightPixels }]
}

/** Where one is: in which column, and which mark of it. */
export type MarkPlace = { column: number; mark: number }

export function withinMarks({ column, mark }: MarkPlace, marks: readonly TimeMark[][]): MarkPlace {
  const at = Math.min(Math.max(column, 0), marks.length - 1)
  return { column: at, mark: Math.min(Math.max(mark, 0), (marks[at]?.length ?? 1) - 1) }
}

/** Where a key leads; `null` where it leads nowhere. Earlier is to the left. */
export function markAfterKey(
  key: string,
  { column, mark }: MarkPlace,
  marks: readonly TimeMark[][],
): MarkPlace | null {
  switch (key) {
    case 'ArrowLeft':
      return withinMarks({ column: column - 1, mark }, marks)
    case 'ArrowRight':
      return withinMarks({ column: column + 1, mark }, marks)
    case 'ArrowUp':
      return withinMarks({ column, mark: mark + 1 }, marks)
    case 'ArrowDown':
      return withinMarks({ column, mark: mark - 1 }, marks)
    case 'Home':
      return withinMarks({ column: 0, mark: 0 }, marks)
    case 'End':
      return withinMarks({ column: marks.length - 1, mark: 0 }, marks)
    default:
      return null
  }
}
