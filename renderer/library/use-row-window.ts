import { type RefObject, useCallback, useLayoutEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import { type RowWindow, windowOf } from './row-window.ts'

/** Only so many rows further is the list drawn anew. */
const rowsPerStep = 2

type Seen = { scrollTop: number; height: number }

/** Which of `count` rows to build in a scroller, kept up with how far it is scrolled and how high it is. */
export function useRowWindow(
  scroller: RefObject<HTMLElement | null>,
  count: number,
  rowHeight: number,
): { window: RowWindow; look: () => void } {
  const [seen, setSeen] = useState<Seen>(() => ({ scrollTop: 0, height: window.innerHeight }))

  const look = useCallback(() => {
    if (scroller.current === null) return
    const { scrollTop, clientHeight: height } = scroller.current
    const step = rowsPerStep * rowHeight
    const stepped = Math.floor(scrollTop / step) * step
    setSeen((before) =>
      before.scrollTop === stepped && before.height === height ? before : { scrollTop: stepped, height },
    )
  }, [scroller, rowHeight])

  useLayoutEffect(() => {
    const element = scroller.current
    if (element === null) return
    // At once, or a fling would show the empty ground for a frame.
    const onScroll = () => flushSync(look)
    element.addEventListener('scroll', onScroll, { passive: true })
    const resizing = new ResizeObserver(look)
    resizing.observe(element)
    look()
    return () => {
      element.removeEventListener('scroll', onScroll)
      resizing.disconnect()
    }
  }, [scroller, look])

  const height = seen.height + rowsPerStep * rowHeight
  return { window: windowOf({ ...seen, height }, rowHeight, count), look }
}
