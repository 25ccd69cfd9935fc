/** Rows of one height, but for a few that are open and taller: all in CSS pixels. */
export type TallRows = {
  rowHeight: number
  /** Of the open ones, in order. */
  indices: readonly number[]
  /** By how much the open ones up to and with each are taller than others. */
  extras: readonly number[]
}

export function tallRows(rowHeight: number, heights: ReadonlyMap<number, number>): TallRows {
  const indices = [...heights.keys()].sort((one, other) => one - other)
  let sum = 0
  const extras = indices.map((index) => {
    sum += (heights.get(index) ?? rowHeight) - rowHeight
    return sum
  })
  return { rowHeight, indices, extras }
}

/** Where a row begins; that of the one behind the last is where all of them end. */
export function topOf({ rowHeight, indices, extras }: TallRows, index: number): number {
  return index * rowHeight + (extras[countBelow(indices, index) - 1] ?? 0)
}

/** The row that is there; the last one where there is none any more. */
export function rowAtPixel(rows: TallRows, count: number, pixels: number): number {
  let [low, high] = [0, count]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (topOf(rows, middle) <= pixels) low = middle + 1
    else high = middle
  }
  return Math.max(0, low - 1)
}

/** How many of the sorted are less. */
function countBelow(sorted: readonly number[], limit: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sorted[middle] ?? 0) < limit) low = middle + 1
    else high = middle
  }
  return low
}
