import { type RefObject, useEffect, useRef } from 'react'

/**
 * For an element that goes away while another stands in its place: once it is back it has the focus again, unless
 * the focus went elsewhere.
 */
export function useFocusOnceBack<T extends HTMLElement>(isAway: boolean): RefObject<T | null> {
  const element = useRef<T>(null)
  const wasAway = useRef(isAway)
  useEffect(() => {
    const isBack = wasAway.current && !isAway
    wasAway.current = isAway
    if (isBack && document.activeElement === document.body) element.current?.focus({ preventScroll: true })
  }, [isAway])
  return element
}
