import { useEffect, useRef } from 'react'
import { announce, announceFailure } from '../shell/announce.ts'

/** Has a screen reader read a failure once, when it comes or becomes another, and what is said when it is over. */
export function useToldOnce(failure: string | null, saidWhenOver: string | null): void {
  const told = useRef<string | null>(null)
  useEffect(() => {
    if (failure === told.current) return
    if (failure !== null) announceFailure(failure)
    else if (saidWhenOver !== null) announce(saidWhenOver)
    told.current = failure
  }, [failure, saidWhenOver])
}
