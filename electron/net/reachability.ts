import type { Fetcher } from './fetcher.ts'
import type { HostSign } from './follow.ts'
import { systemTimers, type Timers } from './timers.ts'

/** Why nothing answers: this computer is without a network, or the service is silent. */
export type AbsenceCause = 'no-network' | 'silent-service'

/**
 * Without a network of our own a probe reaches nobody and costs nobody anything. A silent service hears the probes of
 * every installation, all of them at its door the moment it is back: they must stay few.
 */
const probes: Readonly<Record<AbsenceCause, { firstMs: number; growth: number; longestMs: number }>> = {
  'no-network': { firstMs: 2000, growth: 2, longestMs: 30_000 },
  'silent-service': { firstMs: 5000, growth: 4, longestMs: 30 * 60_000 },
}

/** Milliseconds until the next probe, spread between half and the whole of what is said there. */
export function delayBeforeProbe(cause: AbsenceCause, failedProbes: number, random: () => number): number {
  const { firstMs, growth, longestMs } = probes[cause]
  return Math.min(longestMs, firstMs * growth ** Math.min(failedProbes, 10)) * (0.5 + random() / 2)
}

export type ReachabilityOptions = {
  fetcher: Pick<Fetcher, 'request' | 'onOutcome'>
  apiBaseUrl: () => string
  /** Hears each change, never the same state twice; with it, why nothing answers or answered until now. */
  changed: (reachable: boolean, cause: AbsenceCause) => void
  /** Whether the system knows of any network; it can say so in error, but not the contrary. */
  systemOnline: () => boolean
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
 * then, it asks by itself, ever more slowly.
 */
export function createReachability(options: ReachabilityOptions): Reachability {
  const timers = options.timers ?? systemTimers
  const random = options.random ?? Math.random
  let reachable = true
  let cause: AbsenceCause = 'silent-service'
  let stopped = false
  let failedProbes = 0
  let cancelProbe: (() => void) | null = null
  let running: Promise<boolean> | null = null

  function hear(sign: HostSign): void {
    if (stopped) return
    const answered = sign === 'answered'
    if (answered) forgetProbes()
    else learnCause(sign === 'no-network' || !options.systemOnline() ? 'no-network' : 'silent-service')
    if (answered !== reachable) {
      reachable = answered
      options.changed(reachable, cause)
    }
    if (!reachable) planProbe()
  }

  /** A bad connection fails in many ways; once in an absence it was known for our own, it stays so. */
  function learnCause(heard: AbsenceCause): void {
    if (reachable) cause = heard
    else if (heard === 'no-network' && cause !== heard) {
      cause = heard
      forgetProbes()
    }
  }

  function forgetProbes(): void {
    cancelProbe?.()
    cancelProbe = null
    failedProbes = 0
  }

  function planProbe(): void {
    if (cancelProbe !== null || running !== null || stopped) return
    cancelProbe = timers.after(delayBeforeProbe(cause, failedProbes, random), () => {
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

  const stopHearing = options.fetcher.onOutcome(({ host, sign }) => {
    if (host === URL.parse(options.apiBaseUrl())?.host) hear(sign)
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
