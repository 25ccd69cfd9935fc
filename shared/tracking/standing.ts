import type { Tracking, TrackingState } from '../models/tracking.ts'

/** How something begins that a person means to try. */
export const newlyTracked: Tracking = { state: 'to-try', note: '', lookAgainOn: null }

/** Whether the day to look again has come. `today` as "2026-03-04", where the person is. */
export function isDue({ lookAgainOn }: Tracking, today: string): boolean {
  return lookAgainOn !== null && lookAgainOn <= today
}

/**
 * In another state, the person has looked again: a day that has come is answered, and what was settled waits for none. A day set
 * on something that is settled stands: to see whether it still works.
 */
export function inState(tracking: Tracking, state: TrackingState, today: string): Tracking {
  if (state === tracking.state) return tracking
  const isAnswered = isDue(tracking, today) || isSettled(state)
  return { ...tracking, state, lookAgainOn: isAnswered ? null : tracking.lookAgainOn }
}

function isSettled(state: TrackingState): boolean {
  return state === 'worked' || state === 'did-not'
}
