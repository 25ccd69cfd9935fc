import { useCallback, useMemo, useState } from 'react'
import type { EpisodeId } from '../../shared/models/identity.ts'
import type { EpisodeList } from '../db/library.ts'
import { keepListPlace, listPlaceOf } from './list-places.ts'
import { markOf, whereOf } from './row-mark.ts'

/**
 * The row that holds the tab stop: the one that was gone to last, else the one that is shown. When it is gone, the one in its
 * place has the stop until it is back.
 */
export function useReachedRow(
  rows: EpisodeList,
  shownEpisodeId: EpisodeId | null,
  positionKey: string,
): { stop: number; reach: (index: number) => void } {
  const [reached, setReached] = useState(() => listPlaceOf(positionKey).reached)
  const stop = useMemo(() => {
    if (reached !== null) return Math.min(whereOf(rows, reached).index, Math.max(0, rows.length - 1))
    return shownEpisodeId === null ? 0 : Math.max(0, rows.indexOf(shownEpisodeId))
  }, [rows, reached, shownEpisodeId])

  const reach = useCallback(
    (index: number) => {
      const row = rows.at(index)
      if (row === undefined) return
      setReached((before) => (before?.id === row.id ? before : markOf(row)))
      keepListPlace(positionKey, { reached: markOf(row) })
    },
    [rows, positionKey],
  )

  return { stop, reach }
}
