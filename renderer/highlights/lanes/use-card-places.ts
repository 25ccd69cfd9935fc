import { type RefObject, useCallback, useLayoutEffect, useMemo, useState } from 'react'
import { flushSync } from 'react-dom'
import type { MarkedList } from '../../library/row-mark.ts'
import { useKeptPlace } from '../../library/use-kept-place.ts'
import type { LaneItems } from './lane-items.ts'
import { markedItems } from './marked-items.ts'
import { rowAtPixel, type TallRows, tallRows, topOf } from './tall-rows.ts'

/** Beyond what is seen, so that a short scroll shows cards that are there already. */
const pixelsBeyond = 300
/** Chromium lays nothing out beyond some 33 million. */
const mostPixels = 30_000_000

type CardPlaces = {
  rows: TallRows
  marked: MarkedList
  /** As many as can be scrolled to. */
  count: number
  /** Which are to be built: from `first` until before `end`. */
  first: number
  end: number
  setHeight: (key: string, pixels: number | null) => void
  scrollTo: (index: number) => void
}

/**
 * Where each card of a list stands. What is read stays where it is: when cards come, go or open above it, the list is scrolled
 * by as much. At its top it stays there and shows what is new.
 */
export function useCardPlaces(
  scroller: RefObject<HTMLElement | null>,
  items: LaneItems,
  cardHeight: number,
  positionKey: string,
): CardPlaces {
  const [heights, setHeights] = useState<ReadonlyMap<string, number>>(() => new Map())
  const [seen, setSeen] = useState(() => ({ scrollTop: 0, height: window.innerHeight }))
  const count = Math.min(items.length, Math.floor(mostPixels / cardHeight))
  const rows = useMemo(() => {
    const byIndex = new Map(Array.from(heights, ([key, pixels]) => [items.indexOf(key), pixels] as const))
    byIndex.delete(-1)
    return tallRows(cardHeight, byIndex)
  }, [heights, items, cardHeight])

  const setHeight = useCallback((key: string, pixels: number | null) => {
    setHeights((before) => {
      if ((before.get(key) ?? null) === pixels) return before
      const after = new Map(before)
      if (pixels === null) after.delete(key)
      else after.set(key, pixels)
      return after
    })
  }, [])

  const look = useCallback(() => {
    const element = scroller.current
    if (element === null) return
    const { scrollTop, clientHeight: height } = element
    setSeen((before) =>
      before.scrollTop === scrollTop && before.height === height ? before : { scrollTop, height },
    )
  }, [scroller])

  const marked = useMemo(() => markedItems(items, count), [items, count])
  const places = useMemo(
    () => ({
      rowHeight: cardHeight,
      coveredPixels: 0,
      topOf: (index: number) => topOf(rows, index),
      rowAt: (pixels: number) => rowAtPixel(rows, count, pixels),
    }),
    [rows, count, cardHeight],
  )
  const keep = useKeptPlace(scroller, marked, places, positionKey)
  // After the place was kept, and before anything is painted.
  // biome-ignore lint/correctness/useExhaustiveDependencies: where the cards stand is what it depends on.
  useLayoutEffect(look, [look, marked, places])

  useLayoutEffect(() => {
    const element = scroller.current
    if (element === null) return
    // At once, or a fling would show the empty ground for a frame.
    const onScroll = () => {
      keep()
      flushSync(look)
    }
    element.addEventListener('scroll', onScroll, { passive: true })
    const resizing = new ResizeObserver(look)
    resizing.observe(element)
    return () => {
      element.removeEventListener('scroll', onScroll)
      resizing.disconnect()
    }
  }, [scroller, keep, look])

  function scrollTo(index: number): void {
    const element = scroller.current
    if (element === null) return
    const [top, bottom] = [topOf(rows, index), topOf(rows, index + 1)]
    element.scrollTop = Math.min(Math.max(element.scrollTop, bottom - element.clientHeight), top)
  }

  const first = rowAtPixel(rows, count, seen.scrollTop - pixelsBeyond)
  const end = Math.min(count, rowAtPixel(rows, count, seen.scrollTop + seen.height + pixelsBeyond) + 1)
  return { rows, marked, count, first: Math.min(first, end), end, setHeight, scrollTo }
}
