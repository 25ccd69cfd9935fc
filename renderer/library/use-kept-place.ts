import { type RefObject, useCallback, useLayoutEffect, useRef } from 'react'
import type { EpisodeList } from '../db/library.ts'
import { keepListPlace, type ListPlace, listPlaceOf } from './list-places.ts'
import type { MonthLayout } from './month-layout.ts'
import { rowHeight } from './row-heights.ts'
import { markOf, whereOf } from './row-mark.ts'

type Place = NonNullable<ListPlace['top']>

/**
 * Keeps what is read where it is: when episodes come or go above it, the list is scrolled by as much, and when the
 * topmost goes itself, what was below it stays. At its top the list stays there and shows what is new. Returns what is
 * to be called when the list was scrolled.
 */
export function useKeptPlace(
  scroller: RefObject<HTMLElement | null>,
  rows: EpisodeList,
  layout: MonthLayout,
  positionKey: string,
): () => void {
  /** How far the list was scrolled by this, not by the person: an episode that is gone may come back. */
  const scrolledTo = useRef<number | null>(null)

  const keep = useCallback(() => {
    const scrollTop = scroller.current?.scrollTop ?? 0
    if (scrollTop === scrolledTo.current) return
    scrolledTo.current = null
    const seenFrom = scrollTop + layout.coveredPixels
    const index = layout.rowAt(seenFrom)
    const row = rows.at(index)
    const isAtTop = scrollTop === 0 || row === undefined
    keepListPlace(positionKey, {
      top: isAtTop ? null : { ...markOf(row), pixelsInto: seenFrom - layout.topOf(index) },
    })
  }, [scroller, rows, layout, positionKey])

  useLayoutEffect(() => {
    const element = scroller.current
    const place = listPlaceOf(positionKey).top
    if (element === null || place === null) return
    element.scrollTop = pixelsOf(place, rows, layout)
    scrolledTo.current = element.scrollTop
  }, [scroller, rows, layout, positionKey])

  return keep
}

function pixelsOf(place: Place, rows: EpisodeList, layout: MonthLayout): number {
  const { index, isThere } = whereOf(rows, place)
  const into = isThere ? place.pixelsInto : place.pixelsInto - rowHeight
  return layout.topOf(index) + into - layout.coveredPixels
}
