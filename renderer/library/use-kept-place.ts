import { type RefObject, useCallback, useLayoutEffect, useRef } from 'react'
import { keepListPlace, type ListPlace, listPlaceOf } from './list-places.ts'
import type { MarkedList } from './row-mark.ts'

type Place = NonNullable<ListPlace['top']>

/** Where rows stand, in CSS pixels. */
export type RowPlaces = {
  /** Of the one that is kept in place of one that is gone. */
  rowHeight: number
  /** So much at the top of what is seen is covered. */
  coveredPixels: number
  topOf: (index: number) => number
  rowAt: (pixels: number) => number
}

/**
 * Keeps what is read where it is: when rows come or go above it, the list is scrolled by as much, and when the topmost
 * goes itself, what was below it stays. At its top the list stays there and shows what is new. Another list begins where it was
 * left. Returns what is to be called when the list was scrolled.
 */
export function useKeptPlace(
  scroller: RefObject<HTMLElement | null>,
  rows: MarkedList,
  places: RowPlaces,
  positionKey: string,
): () => void {
  /** How far the list was scrolled by this, not by the person: a row that is gone may come back. */
  const scrolledTo = useRef<number | null>(null)
  const shownKey = useRef(positionKey)

  const keep = useCallback(() => {
    const scrollTop = scroller.current?.scrollTop ?? 0
    if (scrollTop === scrolledTo.current) return
    scrolledTo.current = null
    const seenFrom = scrollTop + places.coveredPixels
    const index = places.rowAt(seenFrom)
    const mark = rows.markAt(index)
    const isAtTop = scrollTop === 0 || mark === null
    keepListPlace(positionKey, {
      top: isAtTop ? null : { ...mark, pixelsInto: seenFrom - places.topOf(index) },
    })
  }, [scroller, rows, places, positionKey])

  useLayoutEffect(() => {
    const element = scroller.current
    const place = listPlaceOf(positionKey).top
    const isOtherList = shownKey.current !== positionKey
    shownKey.current = positionKey
    if (element === null || (place === null && !isOtherList)) return
    element.scrollTop = place === null ? 0 : pixelsOf(place, rows, places)
    scrolledTo.current = element.scrollTop
  }, [scroller, rows, places, positionKey])

  return keep
}

function pixelsOf(place: Place, rows: MarkedList, places: RowPlaces): number {
  const { index, isThere } = rows.whereOf(place)
  const into = isThere ? place.pixelsInto : place.pixelsInto - places.rowHeight
  return places.topOf(index) + into - places.coveredPixels
}
