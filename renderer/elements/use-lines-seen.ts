import { type RefObject, useLayoutEffect, useState } from 'react'
import { flushSync } from 'react-dom'
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
    const look = () => setSeen({ scrollTop: element.scrollTop, height: element.clientHeight })
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
  }, [scroller])
  return linesSeen(tops, seen)
}
