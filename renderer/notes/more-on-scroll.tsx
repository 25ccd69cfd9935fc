import { useEffect, useRef } from 'react'

/** Stands at the end of a list that grows: asks for more as its end comes near. */
export function MoreOnScroll({ onNear }: { onNear: () => void }) {
  const end = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (end.current === null) return
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) onNear()
      },
      { scrollMargin: '800px' },
    )
    observer.observe(end.current)
    return () => observer.disconnect()
  }, [onNear])
  return <div ref={end} aria-hidden="true" />
}
