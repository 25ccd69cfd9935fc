import { type RefObject, useCallback, useLayoutEffect, useRef } from 'react'
import type { EpisodeId } from '../../shared/models/identity.ts'
import type { EpisodeList } from '../db/library.ts'
import { keepListPosition, listPositionOf } from './list-position.ts'

type Place = { id: EpisodeId; pixelsInto: number }

/**
 * Keeps what is read where it is: when episodes come or go above it, the list is scrolled by as much. At its top it
 * stays there and shows what is new. Returns what is to be called when the list was scrolled.
 */
export function useKeptPlace(
  scroller: RefObject<HTMLElement | null>,
  rows: EpisodeList,
  rowHeight: number,
  positionKey: string,
): () => void {
  const place = useRef<Place | null>(null)

  const keep = useCallback(() => {
    const scrollTop = scroller.current?.scrollTop ?? 0
    keepListPosition(positionKey, scrollTop)
    const row = rows.at(Math.floor(scrollTop / rowHeight))
    place.current =
      scrollTop === 0 || row === undefined ? null : { id: row.id, pixelsInto: scrollTop % rowHeight }
  }, [scroller, rows, rowHeight, positionKey])

  useLayoutEffect(() => {
    const element = scroller.current
    if (element === null) return
    if (place.current === null) {
      element.scrollTop = listPositionOf(positionKey)
      return
    }
    const index = rows.indexOf(place.current.id)
    if (index !== -1) element.scrollTop = index * rowHeight + place.current.pixelsInto
  }, [scroller, rows, rowHeight, positionKey])

  return keep
}
