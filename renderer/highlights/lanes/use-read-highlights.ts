import { useEffect, useReducer } from 'react'
import { reportFault } from '../../shell/faults.ts'
import type { LaneItem, LaneItems } from './lane-items.ts'
import { knownHighlights, readHighlights } from './read-highlights.ts'

/** While a list is flung past, nothing is read for what is gone by then. */
const settleMs = 40

/** Reads the words of the items that are seen, and draws the list anew once they are there. */
export function useReadHighlights(items: LaneItems, first: number, end: number): void {
  const [, redraw] = useReducer((count: number) => count + 1, 0)
  useEffect(() => {
    const wanted = Array.from({ length: end - first }, (_, at) => items.at(first + at)).filter(isUnread)
    if (wanted.length === 0) return
    const stop = new AbortController()
    const timer = setTimeout(
      () => {
        void readHighlights(wanted.map(wantedOf), stop.signal)
          .then(() => stop.signal.aborted || redraw())
          .catch(reportFault)
      },
      first === 0 ? 0 : settleMs,
    )
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [items, first, end])
}

function isUnread(item: LaneItem | undefined): item is LaneItem {
  return item !== undefined && knownHighlights(wantedOf(item)) === undefined
}

export function wantedOf({ row, place, revision }: LaneItem) {
  return { id: row.id, podcastSlug: row.podcastSlug, place, revision }
}
