import type { Timers } from '../../net/timers.ts'

const minuteMs = 60_000
const afterChangeMs = 5 * minuteMs
const betweenMs = 10 * minuteMs
/** Of the journal since the last snapshot: from here on, reading it all would take longer than a start should. */
const largeBytes = 4 * 1024 * 1024
/** Of large ones, while very much is written, as by an import. */
const betweenLargeMs = minuteMs

export type SnapshotTriggers = {
  /** So many bytes were added to the journal that no snapshot has. */
  written: (bytes: number) => void
  /** Takes one now if there is anything that none has, or waits for the one under way. */
  takeIfChanged: () => Promise<void>
  /** Resolves when the one under way is taken. */
  stop: () => Promise<void>
}

/**
 * Decides when a snapshot is taken: five minutes after a change, at most every ten minutes; sooner when much was written.
 * Counts time by timers alone, which a change of the clock does not touch. `take` tells whether it took one; what it could
 * not take is tried again after the next rest.
 */
export function createSnapshotTriggers(timers: Timers, take: () => Promise<boolean>): SnapshotTriggers {
  let bytes = 0
  let ripe = false
  /** `short`: only what is large is taken. `long`: nothing is. */
  let rest: 'none' | 'short' | 'long' = 'none'
  let underWay: Promise<void> | null = null
  let stopped = false
  let cancelRipening = (): void => {}
  let cancelRest = (): void => {}

  function consider(): void {
    if (stopped || underWay !== null || bytes === 0) return
    if ((ripe && rest === 'none') || (bytes > largeBytes && rest !== 'long')) void begin()
  }

  function begin(): Promise<void> {
    const before = bytes
    bytes = 0
    ripe = false
    cancelRipening()
    cancelRest()
    rest = 'long'
    underWay = take().then((taken) => {
      underWay = null
      if (!taken) {
        bytes += before
        ripe = true
      }
      cancelRest = timers.after(betweenLargeMs, () => {
        rest = 'short'
        cancelRest = timers.after(betweenMs - betweenLargeMs, () => {
          rest = 'none'
          consider()
        })
        consider()
      })
    })
    return underWay
  }

  return {
    written: (more) => {
      if (bytes === 0) {
        cancelRipening = timers.after(afterChangeMs, () => {
          ripe = true
          consider()
        })
      }
      bytes += more
      consider()
    },
    takeIfChanged: async () => {
      await underWay
      if (bytes > 0) await begin()
    },
    stop: async () => {
      stopped = true
      cancelRipening()
      await underWay
      cancelRest()
    },
  }
}
