import { create } from 'zustand'

/** By how much the clock of this computer was set back while Earmark ran or since it last wrote, in milliseconds. */
export const useClock = create<{ setBackMs: number | null }>(() => ({ setBackMs: null }))

/** Clocks are set right by less than that all the time. */
const toleratedMs = 2 * 60_000
const lookEveryMs = 30_000

/** How far the clock is behind where it was seen, when that is worth telling; all in epoch milliseconds. */
export function setBackBy(seenMs: number, nowMs: number): number | null {
  const backMs = seenMs - nowMs
  return backMs > toleratedMs ? backMs : null
}

/** Up to which writing the person was told. */
let toldOfMs = 0

/** `lastWrittenAtMs`: when something was written the last time, by this clock. */
export function lookAtClock(lastWrittenAtMs: number): void {
  const setBackMs = setBackBy(lastWrittenAtMs, Date.now())
  if (setBackMs === null || lastWrittenAtMs <= toldOfMs) return
  toldOfMs = lastWrittenAtMs
  useClock.setState({ setBackMs })
}

/**
 * Looks every now and then whether the clock went back against one that nobody sets. It stands still while the computer
 * sleeps, which makes the clock seem to go forward. Returns how to stop.
 */
export function watchClock(): () => void {
  let begunMs = Date.now() - performance.now()
  const timer = setInterval(() => {
    const begunNowMs = Date.now() - performance.now()
    const setBackMs = setBackBy(begunMs, begunNowMs)
    if (setBackMs !== null) useClock.setState({ setBackMs })
    begunMs = begunNowMs
  }, lookEveryMs)
  return () => clearInterval(timer)
}

export function clockWasSeen(): void {
  useClock.setState({ setBackMs: null })
}
