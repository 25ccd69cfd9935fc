import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createFarewell } from '../../../electron/app/page-farewell.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

it('asks the page once, and settles when it says that it is ready', async () => {
  const ask = vi.fn()
  const farewell = createFarewell(ask)
  const settled = vi.fn()
  void farewell.settle().then(settled)
  await vi.advanceTimersByTimeAsync(1000)
  expect(ask).toHaveBeenCalledOnce()
  expect(settled).not.toHaveBeenCalled()
  farewell.pageSaysReady()
  await vi.advanceTimersByTimeAsync(0)
  expect(settled).toHaveBeenCalledOnce()
})

it('does not wait for a page that hangs', async () => {
  const settled = vi.fn()
  void createFarewell(() => undefined)
    .settle()
    .then(settled)
  await vi.advanceTimersByTimeAsync(2000)
  expect(settled).toHaveBeenCalledOnce()
})

it('takes no notice of a page that was not asked', () => {
  expect(() => createFarewell(() => undefined).pageSaysReady()).not.toThrow()
})
