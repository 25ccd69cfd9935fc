import type { SyncReason } from '../../shared/ipc/contract.ts'
import { systemTimers, type Timers } from '../net/timers.ts'

const everyMs = 30 * 60 * 1000
/** Waking, the network's return and a timer that ran out often come together; they are one reason to sync. */
const quietMs = 5000

export type SyncSchedule = {
  /** The page listens. */
  start: () => void
  wake: () => void
  online: () => void
  stop: () => void
}

/** Says when it is time to sync: at the start, half an hour after the last time, on waking, on coming online. */
export function createSyncSchedule(options: {
  emit: (reason: SyncReason) => void
  timers?: Timers
}): SyncSchedule {
  const timers = options.timers ?? systemTimers
  let lastMs = Number.NEGATIVE_INFINITY
  let cancelNext: (() => void) | null = null
  let stopped = false

  function emit(reason: SyncReason): void {
    lastMs = timers.now()
    plan('interval', everyMs)
    options.emit(reason)
  }

  function plan(reason: SyncReason, milliseconds: number): void {
    cancelNext?.()
    cancelNext = timers.after(milliseconds, () => emit(reason))
  }

  // Too soon after the last, it waits instead of being dropped: what came first may have failed for want of a network.
  function poke(reason: SyncReason): void {
    if (stopped) return
    // Never longer than that, also when the clock was set back since.
    const quiet = Math.min(quietMs, lastMs + quietMs - timers.now())
    if (quiet > 0) plan(reason, quiet)
    else emit(reason)
  }

  return {
    start: () => poke('start'),
    wake: () => poke('wake'),
    online: () => poke('online'),
    stop: () => {
      stopped = true
      cancelNext?.()
    },
  }
}
