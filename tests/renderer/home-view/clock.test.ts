import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { clockWasSeen, lookAtClock, useClock, watchClock } from '../../../renderer/home-view/clock.ts'

const hourMs = 3_600_000

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-03-02T09:30:00.000Z') })
})
afterEach(() => {
  clockWasSeen()
  vi.useRealTimers()
})

test('what was written in the future tells that the clock went back, once', () => {
  const writtenAtMs = Date.now() + 3 * hourMs
  lookAtClock(writtenAtMs)
  expect(useClock.getState().setBackMs).toBe(3 * hourMs)
  clockWasSeen()
  lookAtClock(writtenAtMs)
  expect(useClock.getState().setBackMs).toBeNull()
  lookAtClock(Date.now() - hourMs)
  expect(useClock.getState().setBackMs).toBeNull()
})

test('a clock that is set back while Earmark runs is noticed, and one that goes on or is set forward is none', () => {
  const stop = watchClock()
  vi.advanceTimersByTime(30_000)
  vi.setSystemTime(Date.now() + 5 * hourMs)
  vi.advanceTimersByTime(30_000)
  expect(useClock.getState().setBackMs).toBeNull()
  vi.setSystemTime(Date.now() - 2 * hourMs)
  vi.advanceTimersByTime(30_000)
  expect(useClock.getState().setBackMs).toBe(2 * hourMs)
  stop()
})
