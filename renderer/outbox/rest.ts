import { backoffMs } from './answer.ts'

/** So much longer than asked at most, so that those who were told the same do not come together. */
const spread = 0.1

/**
 * Until when the outbox leaves the service alone, once that asked for it: a little longer than asked, and the longer the
 * more often in a row it asked us, who would else come back every second to one that says "in a second" for ever.
 */
export function createRest(random: () => number) {
  let timesInARow = 0
  let drawn = { heldUntilMs: 0, untilMs: 0 }

  return {
    /** The service answered us once more. */
    answered: (toldToWait: boolean): void => {
      timesInARow = toldToWait ? timesInARow + 1 : 0
    },

    /** Epoch milliseconds, for the hold that stands now. */
    untilMs: (heldUntilMs: number, nowMs: number): number => {
      if (heldUntilMs !== drawn.heldUntilMs) {
        const leftMs = Math.max(0, heldUntilMs - nowMs)
        const longerMs = timesInARow > 1 ? backoffMs(timesInARow - 2, random) : 0
        drawn = { heldUntilMs, untilMs: heldUntilMs + Math.max(random() * spread * leftMs, longerMs) }
      }
      return drawn.untilMs
    },
  }
}
