import type { Problem } from '../../shared/result.ts'
import { afterTrouble, believable, heldForMs, type ServiceState, well } from './service-trouble.ts'

/** The page syncs two at a time; a few more, so that it never waits for us. What fails stops the rest early. */
const mostUnderWay = 4

export type ServiceRecord = ReturnType<typeof createServiceRecord>

/** What is known of the service itself, whichever podcast it was asked about. All times are epoch milliseconds. */
export function createServiceRecord(kept: { address: string; state: ServiceState }, random: () => number) {
  let { address, state } = kept
  let awaySinceMs: number | null = null

  /** From when it may be tried again after trouble of its own; 0 when it has none. */
  const tryAtMs = (): number => (state.kind === 'troubled' ? state.tryAtMs : 0)

  return {
    tryAtMs,

    isAway: (): boolean => awaySinceMs !== null,

    /** Whether this is another service than the one that all was learned from. */
    moveTo: (next: string): boolean => {
      if (next === address) return false
      const isFirst = address === ''
      address = next
      if (isFirst) return false
      state = well
      return true
    },

    /** How many podcasts it may be asked about at once; while it has trouble one of them tries it. */
    slotsAt: (nowMs: number): number => {
      state = believable(state, nowMs)
      if (awaySinceMs !== null || nowMs < tryAtMs()) return 0
      return state.kind === 'troubled' ? 1 : mostUnderWay
    },

    /** The same, once it may be tried again. */
    slotsInTime: (): number => {
      if (awaySinceMs !== null) return 0
      return state.kind === 'troubled' ? 1 : mostUnderWay
    },

    /** Until when it asked not to be asked, by nobody, also when that is over; 0 when it did not. */
    heldUntilMs: (nowMs: number): number => {
      const believed = believable(state, nowMs)
      return believed.kind === 'troubled' ? (believed.heldUntilMs ?? 0) : 0
    },

    failed: (problem: Problem, nowMs: number): void => {
      state = afterTrouble(state, problem, nowMs, random)
    },

    /** For how many milliseconds it had trouble, if that is over now; else `null`. */
    answered: (nowMs: number): number | null => {
      if (state.kind === 'well' || heldForMs(state, nowMs) > 0) return null
      const troubledForMs = nowMs - state.sinceMs
      state = well
      return troubledForMs
    },

    lost: (nowMs: number): void => {
      awaySinceMs ??= nowMs
    },

    /** For how many milliseconds nothing reached it; `null` when that is not known. */
    back: (nowMs: number): number | null => {
      const sinceMs = awaySinceMs
      awaySinceMs = null
      return sinceMs === null ? null : nowMs - sinceMs
    },

    kept: (): { address: string; state: ServiceState } => ({ address, state }),
  }
}
