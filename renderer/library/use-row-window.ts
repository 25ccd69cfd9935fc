import { type RefObject, useCallback, useLayoutEffect, useState } from 'react'
import { followScroller } from '../elements/follow-scroller.ts'
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

  useLayoutEffect(
    () => (scroller.current === null ? undefined : followScroller(scroller.current, look)),
    [scroller, look],
  )

  const height = seen.height + rowsPerStep * rowHeight
  return { window: windowOf({ ...seen, height }, rowHeight, count), look }
}
