import { useEffect, useState } from 'react'

/** Often enough for words that count minutes. */
const everyMs = 20_000

/** Epoch milliseconds, anew every 20 seconds, for what is shown as "5 minutes ago". */
export function useNow(): number {
  const [nowMs, setNowMs] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNowMs(Date.now()), everyMs)
    return () => clearInterval(timer)
  }, [])
  return nowMs
}
