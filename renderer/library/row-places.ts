import { firstNotBefore } from './bisect.ts'
import type { RowPlaces } from './use-kept-place.ts'

/** Of rows of one height. */
export function placesOfRows(rowHeight: number): RowPlaces {
  return {
    rowHeight,
    coveredPixels: 0,
    topOf: (index) => index * rowHeight,
    rowAt: (pixels) => Math.max(0, Math.floor(pixels / rowHeight)),
  }
}

/** Of lines of any heights; `tops` says where each begins, and one more where the last ends. */
export function placesOfLines(tops: Float64Array, usualHeight: number): RowPlaces {
  const count = tops.length - 1
  return {
    rowHeight: usualHeight,
    coveredPixels: 0,
    topOf: (index) => tops[Math.min(index, count)] ?? 0,
    rowAt: (pixels) =>
      Math.max(
        0,
        Math.min(
          count - 1,
          firstNotBefore(0, count, (index) => (tops[index + 1] ?? 0) <= pixels),
        ),
      ),
  }
}
