import { firstNotBefore } from './bisect.ts'
import { monthOfRow } from './months.ts'
import { type RowWindow, rowsBeyond } from './row-window.ts'

type Seen = { scrollTop: number; height: number }

/** Where rows of one height stand, and above the first of each month its name; all in CSS pixels. */
export type MonthLayout = {
  rowHeight: number
  /** At which rows the months begin. */
  starts: Uint32Array
  /** Of all of it. */
  height: number
  /** So much at the top of what is seen lies under the name of a month. */
  coveredPixels: number
  /** Where a row begins; that of the one behind the last is where all of them end. */
  topOf: (index: number) => number
  /** Where the name of a month stands; that of the month behind the last is where all of them end. */
  headTop: (month: number) => number
  /** The row that is there; below the name of a month, where that is. */
  rowAt: (pixels: number) => number
  /** Which rows to build. */
  windowOf: (seen: Seen) => RowWindow
  /** How far to scroll so that a row is wholly seen; where it is, if it is. */
  scrollTopShowing: (index: number, seen: Seen) => number
}

export function monthLayout(
  starts: Uint32Array,
  count: number,
  rowHeight: number,
  headHeight: number,
): MonthLayout {
  const height = count * rowHeight + starts.length * headHeight
  const coveredPixels = starts.length === 0 ? 0 : headHeight

  function topOf(index: number): number {
    return index >= count ? height : index * rowHeight + (monthOfRow(starts, index) + 1) * headHeight
  }

  function headTop(month: number): number {
    const start = starts[month]
    return start === undefined ? height : start * rowHeight + month * headHeight
  }

  function rowAt(pixels: number): number {
    const row = firstNotBefore(0, count, (index) => topOf(index) + rowHeight <= pixels)
    return Math.max(0, Math.min(count - 1, row))
  }

  return {
    rowHeight,
    starts,
    height,
    coveredPixels,
    topOf,
    headTop,
    rowAt,
    windowOf: ({ scrollTop, height: seen }) => ({
      first: Math.max(0, rowAt(scrollTop) - rowsBeyond),
      end: Math.min(count, rowAt(scrollTop + seen) + 1 + rowsBeyond),
    }),
    scrollTopShowing: (index, { scrollTop, height: seen }) => {
      const top = topOf(index)
      return Math.max(Math.min(scrollTop, top - coveredPixels), top + rowHeight - seen)
    },
  }
}
