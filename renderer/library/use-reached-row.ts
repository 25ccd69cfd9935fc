import { useCallback, useMemo, useState } from 'react'
import { keepListPlace, type ListPlace, listPlaceOf } from './list-places.ts'
import type { MarkedList } from './row-mark.ts'

/**
 * The row that holds the tab stop: the one that was gone to last, else `usual`. When it is gone, the one in its place has the stop
 * until it is back.
 */
export function useReachedRow(
  rows: MarkedList,
  usual: number,
  positionKey: string,
): { stop: number; reach: (index: number) => void } {
  const [held, setHeld] = useState<{ of: string; reached: ListPlace['reached'] } | null>(null)
  // What draws one list after another begins each where it was left.
  const reached = held?.of === positionKey ? held.reached : listPlaceOf(positionKey).reached
  const stop = useMemo(() => {
    const index = reached === null ? usual : rows.whereOf(reached).index
    return Math.max(0, Math.min(rows.count - 1, index))
  }, [rows, reached, usual])

  const reach = useCallback(
    (index: number) => {
      const mark = rows.markAt(index)
      if (mark === null) return
      setHeld((before) =>
        before?.of === positionKey && before.reached?.key === mark.key
          ? before
          : { of: positionKey, reached: mark },
      )
      keepListPlace(positionKey, { reached: mark })
    },
    [rows, positionKey],
  )

  return { stop, reach }
}
