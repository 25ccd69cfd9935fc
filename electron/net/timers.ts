/** Time as a port, so that tests turn the clock by hand. */
export type Timers = {
  /** Epoch milliseconds. */
  now: () => number
  /** Runs once after so many milliseconds; the answer cancels it. */
  after: (milliseconds: number, run: () => void) => () => void
}

export const systemTimers: Timers = {
  now: () => Date.now(),
  after: (milliseconds, run) => {
    const timer = setTimeout(run, milliseconds)
    return () => clearTimeout(timer)
  },
}

/** Resolves after the time, or at once when the signal aborts. */
export function pause(timers: Timers, milliseconds: number, signal?: AbortSignal): Promise<void> {
  if (signal?.aborted === true) return Promise.resolve()
  return new Promise((resolve) => {
    const done = () => {
      cancel()
      signal?.removeEventListener('abort', done)
      resolve()
    }
    const cancel = timers.after(milliseconds, done)
    signal?.addEventListener('abort', done, { once: true })
  })
}
