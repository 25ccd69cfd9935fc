import type { Timers } from '../net/timers.ts'

export type Pacer = {
  /** At once when the last time is long enough ago, else when it is. */
  soon: () => void
  /** Tells whether a run was still to come, which does not come now. */
  stop: () => boolean
}

/** Runs something that many events ask for, but not more often than every so many milliseconds. */
export function createPacer(timers: Timers, everyMs: number, run: () => void): Pacer {
  let lastMs = Number.NEGATIVE_INFINITY
  let cancel: (() => void) | null = null

  function now(): void {
    cancel = null
    lastMs = timers.now()
    run()
  }

  return {
    soon: () => {
      if (cancel !== null) return
      const waitMs = lastMs + everyMs - timers.now()
      // A clock that was set back would make the wait as long as that.
      if (waitMs <= 0 || waitMs > everyMs) now()
      else cancel = timers.after(waitMs, now)
    },
    stop: () => {
      const wasPlanned = cancel !== null
      cancel?.()
      cancel = null
      return wasPlanned
    },
  }
}
