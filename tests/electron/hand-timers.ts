import type { Timers } from '../../electron/net/timers.ts'

export type HandTimers = Timers & {
  /** Moves the clock on and runs what is due, in order. */
  advance: (milliseconds: number) => void
  /** Sets the clock back; what waits goes on waiting as long as it would have. */
  turnBack: (milliseconds: number) => void
  /** Milliseconds until each waiting timer, soonest first. */
  waiting: () => number[]
}

/** A clock that only moves by hand. */
export function handTimers(startMs = 1_000_000): HandTimers {
  let now = startMs
  let entries: { at: number; run: () => void }[] = []
  return {
    now: () => now,
    after: (milliseconds, run) => {
      const entry = { at: now + milliseconds, run }
      entries.push(entry)
      return () => {
        entries = entries.filter((other) => other !== entry)
      }
    },
    advance: (milliseconds) => {
      const end = now + milliseconds
      for (;;) {
        const due = entries.filter((entry) => entry.at <= end).sort((a, b) => a.at - b.at)[0]
        if (due === undefined) break
        entries = entries.filter((entry) => entry !== due)
        now = due.at
        due.run()
      }
      now = end
    },
    turnBack: (milliseconds) => {
      now -= milliseconds
      entries = entries.map((entry) => Object.assign(entry, { at: entry.at - milliseconds }))
    },
    waiting: () => entries.map((entry) => entry.at - now).sort((a, b) => a - b),
  }
}
