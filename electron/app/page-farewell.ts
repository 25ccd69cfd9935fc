export type Farewell = {
  /** Asks the page to write what it still holds; resolves when it said so, or after the limit. */
  settle: () => Promise<void>
  pageSaysReady: () => void
}

/** A page that hangs must not keep the app from closing; what it has written is written. */
const longestMs = 1500

export function createFarewell(ask: () => void): Farewell {
  let ready: (() => void) | null = null
  return {
    settle: () =>
      new Promise((resolve) => {
        const limit = setTimeout(resolve, longestMs)
        ready = () => {
          clearTimeout(limit)
          resolve()
        }
        ask()
      }),
    pageSaysReady: () => ready?.(),
  }
}
