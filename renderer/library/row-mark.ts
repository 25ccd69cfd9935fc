import type { EpisodeList } from '../db/library.ts'
import type { EpisodeRow } from '../db/rows.ts'
import type { RowMark } from './list-places.ts'

export function markOf({ id, publishedAtMs }: EpisodeRow, part = 0): RowMark {
  return { id, publishedAtMs, part }
}

/** Where the row is; where it is not among them, the place at which it would stand, which is that of the next older one. */
export function whereOf(rows: EpisodeList, mark: RowMark): { index: number; isThere: boolean } {
  const index = rows.indexOf(mark.id)
  return index === -1 ? { index: placeAmong(rows, mark), isThere: false } : { index, isThere: true }
}

function placeAmong(rows: EpisodeList, mark: RowMark): number {
  let [low, high] = [0, rows.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (isBefore(rows, middle, mark)) low = middle + 1
    else high = middle
  }
  return low
}

/** In the order of the library: newest first, of one date by their ids. */
function isBefore(rows: EpisodeList, index: number, { id, publishedAtMs }: RowMark): boolean {
  const date = rows.publishedAtMs(index)
  return date === publishedAtMs ? (rows.at(index)?.id ?? '') < id : date > publishedAtMs
}
