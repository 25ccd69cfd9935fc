import { flushSync } from 'react-dom'

/** Calls `look` now, and whenever a scroller is scrolled or resized. Returns how to stop. */
export function followScroller(element: HTMLElement, look: () => void): () => void {
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
}
