import { z } from 'zod'
import type { Problem } from '../../shared/result.ts'
import { delayAfterHold, delayBeforeTrial } from './due.ts'

const instantMs = z.number().nonnegative()

/** How the service itself is, whichever podcast it was asked about. Times are epoch milliseconds. */
export const serviceStateSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('well') }),
  z.object({
    kind: z.literal('troubled'),
    sinceMs: instantMs,
    failuresInARow: z.number().int().positive(),
    /** Then one podcast is tried; the others wait for what comes of it. */
    tryAtMs: instantMs,
    /** Until then the service asked not to be asked at all, not even by a person. */
    heldUntilMs: instantMs.nullable(),
  }),
])
export type ServiceState = z.infer<typeof serviceStateSchema>

export const well: ServiceState = { kind: 'well' }

/** Longer than the network part believes a `Retry-After`: what lies further ahead stems from a clock that was set back. */
const furthestHoldMs = 8 * 24 * 3600_000

/** Whether a problem is the service's own, and none of the podcast that was asked about. */
export function isServiceTrouble({ code }: Problem): boolean {
  return code === 'server-error' || code === 'rate-limited'
}

/** Whether with it the service asks everybody for quiet, whatever it was asked for. */
export function asksForQuiet(problem: Problem): boolean {
  if (problem.code === 'rate-limited') return true
  return isServiceTrouble(problem) && problem.retryAfterSeconds !== undefined
}

export function afterTrouble(
  state: ServiceState,
  problem: Problem,
  nowMs: number,
  random: () => number,
): ServiceState {
  const before = state.kind === 'troubled' ? state : null
  // Requests that were under way together fail together; that is one failure.
  const isNew = before === null || nowMs >= before.tryAtMs
  const failuresInARow = (before?.failuresInARow ?? 0) + (isNew ? 1 : 0)
  const asked = problem.retryAfterSeconds
  const trialMs = isNew ? nowMs + delayBeforeTrial(failuresInARow, random) : before.tryAtMs
  const holdEndsMs = asked === undefined ? 0 : nowMs + asked * 1000
  // Drawn once for those who are told the same together: the latest of several draws would be no spread any more.
  const isDrawn = asked !== undefined && (isNew || holdEndsMs > trialMs)
  const tryAtMs = isDrawn ? Math.max(trialMs, nowMs + delayAfterHold(asked, random)) : trialMs
  const heldUntilMs = Math.max(before?.heldUntilMs ?? 0, holdEndsMs)
  return {
    kind: 'troubled',
    sinceMs: before?.sinceMs ?? nowMs,
    failuresInARow,
    tryAtMs,
    heldUntilMs: heldUntilMs === 0 ? null : heldUntilMs,
  }
}

/** Milliseconds for which nobody may ask the service; 0 when it did not ask for that. */
export function heldForMs(state: ServiceState, nowMs: number): number {
  if (state.kind === 'well' || state.heldUntilMs === null) return 0
  return Math.max(0, state.heldUntilMs - nowMs)
}

/** A state as it can be believed now, with a clock that may have been set back since. */
export function believable(state: ServiceState, nowMs: number): ServiceState {
  if (state.kind === 'well') return state
  const furthestMs = Math.max(state.tryAtMs, state.sinceMs, state.heldUntilMs ?? 0)
  return furthestMs > nowMs + furthestHoldMs ? well : state
}
