import { firstNotBefore } from '../../library/bisect.ts'
import type { RowMark } from '../../library/list-places.ts'
import type { MarkedList } from '../../library/row-mark.ts'
import type { LaneItems } from './lane-items.ts'

/** So many of a lane's highlights, to be found again by themselves, else by their episode's date. */
export function markedItems(items: LaneItems, count: number): MarkedList {
  return {
    count,
    markAt: (index) => {
      const item = items.at(index)
      return item === undefined ? null : { key: item.key, publishedAtMs: item.row.publishedAtMs, index }
    },
    whereOf: (mark) => {
      const index = items.indexOf(mark.key)
      if (index !== -1) return { index, isThere: true }
      return {
        index: firstNotBefore(0, items.length, (each) => isBefore(items, each, mark)),
        isThere: false,
      }
    },
  }
}

/** Newest episode first, of one date by their ids, of one episode as they stand there. */
function isBefore(items: LaneItems, index: number, { key, publishedAtMs }: RowMark): boolean {
  const item = items.at(index)
  if (item === undefined) return false
  if (item.row.publishedAtMs !== publishedAtMs) return item.row.publishedAtMs > publishedAtMs
  const space = key.indexOf(' ')
  const [ordinal, id] = [Number(key.slice(0, space)), key.slice(space + 1)]
  return item.row.id === id ? item.ordinal < ordinal : item.row.id < id
}
