import { episodeIdSchema } from '../../shared/models/identity.ts'
import type { EpisodeList } from '../db/library.ts'
import { firstNotBefore } from './bisect.ts'
import type { RowMark } from './list-places.ts'

/** A list whose rows can be marked, and found again when it has become another one. */
export type MarkedList = {
  count: number
  markAt: (index: number) => RowMark | null
  /** Where the row is; where it is not among them, the place at which it would stand, which is that of the one behind it. */
  whereOf: (mark: RowMark) => Where
}

type Where = { index: number; isThere: boolean }

export function markedEpisodes(rows: EpisodeList): MarkedList {
  function markAt(index: number): RowMark | null {
    const row = rows.at(index)
    return row === undefined ? null : { key: row.id, publishedAtMs: row.publishedAtMs, index }
  }

  function whereOf(mark: RowMark): Where {
    const id = episodeIdSchema.safeParse(mark.key)
    const index = id.success ? rows.indexOf(id.data) : -1
    if (index !== -1) return { index, isThere: true }
    return {
      index: firstNotBefore(0, rows.length, (each) => isBefore(rows, each, mark)),
      isThere: false,
    }
  }

  return { count: rows.length, markAt, whereOf }
}

/** In the order of the library: newest first, of one date by their ids. */
function isBefore(rows: EpisodeList, index: number, { key, publishedAtMs }: RowMark): boolean {
  const date = rows.publishedAtMs(index)
  return date === publishedAtMs ? (rows.at(index)?.id ?? '') < key : date > publishedAtMs
}

/** Of rows that are in no order of dates: in place of one that is gone stands what came after it. */
export function markedRows(
  count: number,
  keyAt: (index: number) => string | undefined,
  indexOf: (key: string) => number,
): MarkedList {
  return {
    count,
    markAt: (index) => {
      const key = keyAt(index)
      return key === undefined ? null : { key, publishedAtMs: 0, index }
    },
    whereOf: (mark) => {
      const index = indexOf(mark.key)
      return index === -1 ? { index: Math.min(mark.index, count), isThere: false } : { index, isThere: true }
    },
  }
}
