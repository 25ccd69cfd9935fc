import fc from 'fast-check'
import { expect, test } from 'vitest'
import { trackingStates } from '../../../shared/models/tracking.ts'
import { inState, isDue } from '../../../shared/tracking/standing.ts'

const today = '2026-11-30'
const state = fc.constantFrom(...trackingStates)
const day = fc.constantFrom(null, '2026-11-01', '2026-11-30', '2026-12-01', '2027-01-01')
const tracking = fc.record({ state, note: fc.string(), lookAgainOn: day })

test('it is due from its day on, whatever became of it', () => {
  const at = (lookAgainOn: string | null) => isDue({ state: 'worked', note: '', lookAgainOn }, today)
  expect(['2026-11-29', '2026-11-30', '2026-12-01', null].map(at)).toEqual([true, true, false, false])
})

test('a change of state keeps how it went, and leaves nothing that is due', () => {
  fc.assert(
    fc.property(tracking, state, (before, next) => {
      const after = inState(before, next, today)
      expect(after.state).toBe(next)
      expect(after.note).toBe(before.note)
      if (next === before.state) expect(after).toBe(before)
      else expect(isDue(after, today)).toBe(false)
    }),
  )
})

test('a day that is still to come stays with what is tried, and goes with what is settled', () => {
  const before = { state: 'to-try', note: '', lookAgainOn: '2026-12-07' } as const
  expect(inState(before, 'trying', today).lookAgainOn).toBe('2026-12-07')
  expect(inState(before, 'worked', today).lookAgainOn).toBeNull()
  expect(inState(before, 'did-not', today).lookAgainOn).toBeNull()
})
