import type { Fetcher } from './fetcher.ts'
import { systemTimers, type Timers } from './timers.ts'

const firstProbeMs = 2000
const longestProbeMs = 30_000

export type ReachabilityOptions = {
  fetcher: Pick<Fetcher, 'request' | 'onOutcome'>
  apiBaseUrl: () => string
  /** Hears each change, never the same state twice. */
  changed: (reachable: boolean) => void
  timers?: Timers
  random?: () => number
}

export type Reachability = {
  reachable: () => boolean
  /** Asks at once. Asked again meanwhile, it gives the same answer. */
  check: () => Promise<boolean>
  stop: () => void
}

/**
 * Knows whether the service can be reached, from how the requests to its host end. While it cannot, and only
 * then, it asks by itself: after 2 s, growing to 30 s, each spread between half and the whole of that.
 */
export function createReachability(options: ReachabilityOptions): Reachability {
  const timers = options.timers ?? systemTimers
  const random = options.random ?? Math.random
  let reachable = true
  let stopped = false
  let failedProbes = 0
  let cancelProbe: (() => void) | null = null
  let running: Promise<boolean> | null = null

  function hear(answered: boolean): void {
    if (stopped) return
    if (answered) {
      cancelProbe?.()
      cancelProbe = null
      failedProbes = 0
    }
    if (answered !== reachable) {
      reachable = answered
      options.changed(reachable)
    }
    if (!reachable) planProbe()
  }

  function planProbe(): void {
    if (cancelProbe !== null || running !== null || stopped) return
    const longest = Math.min(longestProbeMs, firstProbeMs * 2 ** Math.min(failedProbes, 10))
    cancelProbe = timers.after(longest * (0.5 + random() / 2), () => {
      cancelProbe = null
      failedProbes += 1
      void check()
    })
  }

  function check(): Promise<boolean> {
    running ??= probe().finally(() => {
      running = null
      if (!reachable) planProbe()
    })
    return running
  }

  async function probe(): Promise<boolean> {
    await options.fetcher.request({ url: options.apiBaseUrl(), method: 'HEAD', maximumBytes: 100_000 })
    // What came of it was heard through `onOutcome` like that of any other request.
    return reachable
  }

  const stopHearing = options.fetcher.onOutcome(({ host, answered }) => {
    if (host === URL.parse(options.apiBaseUrl())?.host) hear(answered)
  })

  return {
    reachable: () => reachable,
    check,
    stop: () => {
      stopped = true
      cancelProbe?.()
      stopHearing()
    },
  }
}
