import { expect, test } from 'vitest'
import { createRest } from '../../../renderer/outbox/rest.ts'

const nowMs = Date.UTC(2026, 2, 10)
const holdMs = 600_000

test('ends with the hold at the earliest, and a tenth later at the latest', () => {
  expect(createRest(() => 0).untilMs(nowMs + holdMs, nowMs)).toBe(nowMs + holdMs)
  expect(createRest(() => 1).untilMs(nowMs + holdMs, nowMs)).toBe(nowMs + holdMs * 1.1)
})

test('asked again and again about the same hold, it draws once', () => {
  let draws = 0
  const rest = createRest(() => ++draws / 10)
  const untilMs = rest.untilMs(nowMs + holdMs, nowMs)
  expect(rest.untilMs(nowMs + holdMs, nowMs + 1000)).toBe(untilMs)
  expect(rest.untilMs(nowMs + 2 * holdMs, nowMs + 1000)).toBeGreaterThan(nowMs + 2 * holdMs)
})

test('grows with each time in a row that the service asked us, and begins anew after another answer', () => {
  const rest = createRest(() => 1)
  const longerBy = (holdNumber: number) => {
    const heldUntilMs = nowMs + 1000 + holdNumber
    return Math.round((rest.untilMs(heldUntilMs, nowMs) - heldUntilMs) / 1000)
  }
  const grown = [1, 2, 3, 4].map((times) => {
    rest.answered(true)
    return longerBy(times)
  })
  expect(grown).toEqual([0, 5, 10, 20])
  rest.answered(false)
  rest.answered(true)
  expect(longerBy(9)).toBe(0)
})
