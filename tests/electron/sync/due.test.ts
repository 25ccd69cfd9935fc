import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  delayAfterAnswer,
  delayAfterHold,
  delayAfterRefusal,
  delayAfterReturn,
  delayBeforeTrial,
  furthestDueMs,
  longestEveryMs,
  shortestEveryMs,
} from '../../../electron/sync/due.ts'

const minute = 60_000
const hour = 60 * minute

const least = () => 0
/** As near to 1 as `Math.random` comes. */
const most = () => 1 - 2 ** -53
const anyRandom = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
const anyEvery = fc.double({ min: shortestEveryMs, max: longestEveryMs, noNaN: true })

test('the next look is between half and one and a half of the usual time away', () => {
  expect(delayAfterAnswer(2 * hour, 0, least)).toBe(hour)
  expect(delayAfterAnswer(2 * hour, 0, () => 0.5)).toBe(2 * hour)
  expect(delayAfterAnswer(2 * hour, 0, most)).toBeCloseTo(3 * hour, -1)
})

test('no two looks are closer than 15 minutes or further apart than a day, and even there they are spread', () => {
  fc.assert(
    fc.property(anyEvery, anyRandom, anyRandom, (everyMs, one, other) => {
      const delay = delayAfterAnswer(everyMs, 0, () => one)
      expect(delay).toBeGreaterThanOrEqual(shortestEveryMs)
      expect(delay).toBeLessThanOrEqual(longestEveryMs)
      if (Math.abs(one - other) > 0.001) expect(delayAfterAnswer(everyMs, 0, () => other)).not.toBe(delay)
    }),
  )
})

test('an answer that calls itself fresh is not asked for before it is stale, nor by all at the same moment', () => {
  expect(delayAfterAnswer(hour, 5 * hour, least)).toBe(5 * hour)
  expect(delayAfterAnswer(hour, 5 * hour, most)).toBeGreaterThan(6 * hour)
  // A short freshness changes nothing.
  expect(delayAfterAnswer(2 * hour, minute, least)).toBe(hour)
})

test('a freshness of years is believed for a day', () => {
  const delay = delayAfterAnswer(hour, 365 * 24 * hour, most)
  expect(delay).toBeGreaterThanOrEqual(24 * hour)
  expect(delay).toBeLessThanOrEqual(furthestDueMs)
})

test('after a refusal twice as much time passes with each in a row, up to a day', () => {
  const delays = [1, 2, 3, 10, 1000].map((times) => delayAfterRefusal(2 * hour, times, () => 0.5))
  expect(delays.slice(0, 3)).toEqual([2 * hour, 4 * hour, 8 * hour])
  for (const delay of delays.slice(3)) {
    expect(delay).toBeGreaterThan(8 * hour)
    expect(delay).toBeLessThanOrEqual(24 * hour)
  }
})

test('a service in trouble is tried after two minutes at most, then ever more seldom, at the latest after half an hour', () => {
  const longest = [1, 2, 3, 4, 5, 6, 7, 500].map((failures) => delayBeforeTrial(failures, most))
  expect(longest.map((delay) => Math.round(delay / minute))).toEqual([2, 6, 18, 30, 30, 30, 30, 30])
  expect(delayBeforeTrial(2, least)).toBe(3 * minute)
})

test('Retry-After is never cut short, and who was told the same does not come back at the same moment', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 7 * 24 * 3600 }), anyRandom, (seconds, random) => {
      expect(delayAfterHold(seconds, () => random)).toBeGreaterThanOrEqual(seconds * 1000)
    }),
  )
  expect(delayAfterHold(5, most)).toBeGreaterThan(60_000)
  expect(delayAfterHold(600, most)).toBeCloseTo(20 * minute, -1)
  expect(delayAfterHold(24 * 3600, most)).toBeLessThanOrEqual(24.5 * hour)
})

test('what waited for the service is spread over its own interval, or over four times a short absence', () => {
  expect(delayAfterReturn(6 * hour, hour, most)).toBeCloseTo(4 * hour, -1)
  expect(delayAfterReturn(hour, 5 * hour, most)).toBeCloseTo(hour, -1)
  expect(delayAfterReturn(hour, 5 * hour, least)).toBe(0)
  // A clock that was set back makes an absence negative.
  expect(delayAfterReturn(hour, -5 * hour, most)).toBe(0)
})
