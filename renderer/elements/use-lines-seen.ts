import { type RefObject, useLayoutEffect, useState } from 'react'
import { followScroller } from './follow-scroller.ts'
import { linesSeen } from './lines-seen.ts'

/** Which of many lines are seen in what scrolls, as it is scrolled and resized. */
export function useLinesSeen(
  scroller: RefObject<HTMLElement | null>,
  tops: Float64Array,
): { first: number; end: number } {
  const [seen, setSeen] = useState(() => ({ scrollTop: 0, height: window.innerHeight }))
  useLayoutEffect(() => {
    const element = scroller.current
    if (element === null) return
    return followScroller(element, () =>
      setSeen({ scrollTop: element.scrollTop, height: element.clientHeight }),
    )
  }, [scroller])
  return linesSeen(tops, seen)
}
