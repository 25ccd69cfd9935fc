import { expect, test } from 'vitest'
import { afterTrouble, heldForMs, well } from '../../../electron/sync/service-trouble.ts'
import type { Problem } from '../../../shared/result.ts'
import { randomFor } from '../../server/catalogue/random.ts'

const start = Date.parse('2026-03-10T08:00:00Z')
const holdMs = 600_000
const held: Problem = { code: 'rate-limited', message: '', retryAfterSeconds: 600 }

test('however many are told the same together, who waits for it is spread evenly over the time after', () => {
  const { fraction } = randomFor('together')
  const tries = Array.from({ length: 400 }, () => {
    let state = afterTrouble(well, held, start, fraction)
    for (const laterMs of [1, 200, 700]) state = afterTrouble(state, held, start + laterMs, fraction)
    if (state.kind !== 'troubled') throw new Error('It has trouble.')
    return state.tryAtMs - start - holdMs
  })
  const inFirstHalf = tries.filter((afterHoldMs) => afterHoldMs < holdMs / 2).length
  expect(inFirstHalf).toBeGreaterThan(160)
  expect(inFirstHalf).toBeLessThan(240)
})

test('what is told last holds where it ends later, and nothing is tried before', () => {
  const first = afterTrouble(well, held, start, () => 0)
  const longer = afterTrouble(first, { ...held, retryAfterSeconds: 1200 }, start + 1000, () => 0)
  expect(heldForMs(longer, start + 1000)).toBe(1_200_000)
  expect(longer).toMatchObject({ tryAtMs: start + 1_201_000, failuresInARow: 1 })
  const shorter = afterTrouble(longer, { ...held, retryAfterSeconds: 5 }, start + 2000, () => 0)
  expect(shorter).toEqual(longer)
})
