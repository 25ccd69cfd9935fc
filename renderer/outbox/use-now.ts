import { useEffect, useState } from 'react'

const tickMs = 15_000

/** The time in epoch milliseconds, kept fresh while something on the page depends on it. */
export function useNow(ticking: boolean): number {
  const [nowMs, setNowMs] = useState(() => Date.now())
  useEffect(() => {
    if (!ticking) return
    setNowMs(Date.now())
    const timer = setInterval(() => setNowMs(Date.now()), tickMs)
    return () => clearInterval(timer)
  }, [ticking])
  return nowMs
}
