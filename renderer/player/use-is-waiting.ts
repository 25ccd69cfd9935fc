import { useEffect, useState } from 'react'
import { usePlayer } from './store.ts'

/** A seek or a start within the blink of an eye shows nothing, and draws nothing while it is to be heard. */
const shownAfterMs = 300

/** Whether the audio has kept the person waiting for a while: it is to play, and does not yet. */
export function useIsWaiting(): boolean {
  const waits = usePlayer(({ wantsToPlay, status }) => wantsToPlay && status === 'loading')
  const [isLong, setLong] = useState(false)
  useEffect(() => {
    if (!waits) return
    const patience = setTimeout(() => setLong(true), shownAfterMs)
    return () => {
      clearTimeout(patience)
      setLong(false)
    }
  }, [waits])
  return waits && isLong
}
