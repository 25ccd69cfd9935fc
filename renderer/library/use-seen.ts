import { type RefObject, useCallback, useLayoutEffect, useState } from 'react'
import { followScroller } from '../elements/follow-scroller.ts'

/** What is seen of what scrolls, in CSS pixels. */
export type Seen = { scrollTop: number; height: number }

/** What is seen in a scroller, kept up with how far it is scrolled and how high it is: in steps, and up to one more of them. */
export function useSeen(
  scroller: RefObject<HTMLElement | null>,
  stepPixels: number,
): { seen: Seen; look: () => void } {
  const [seen, setSeen] = useState<Seen>(() => ({ scrollTop: 0, height: window.innerHeight + stepPixels }))

  const look = useCallback(() => {
    if (scroller.current === null) return
    const { scrollTop, clientHeight } = scroller.current
    const [stepped, height] = [Math.floor(scrollTop / stepPixels) * stepPixels, clientHeight + stepPixels]
    setSeen((before) =>
      before.scrollTop === stepped && before.height === height ? before : { scrollTop: stepped, height },
    )
  }, [scroller, stepPixels])

  useLayoutEffect(
    () => (scroller.current === null ? undefined : followScroller(scroller.current, look)),
    [scroller, look],
  )

  return { seen, look }
}
