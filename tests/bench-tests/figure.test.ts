import { expect, test } from 'vitest'
import { atLeastTimes, atMost, atMostShare, figure, lessThanYardstick } from '../bench/figure.ts'

const met = (...given: Parameters<typeof figure>): boolean | null => figure(...given).ok

test('a limit is met up to itself', () => {
  expect(met('gap', 50, 'ms', { goal: atMost(50) })).toBe(true)
  expect(met('gap', 50.1, 'ms', { goal: atMost(50) })).toBe(false)
})

test('a speed is met from so many times the yardstick on', () => {
  expect(met('speed', 500, 'episodes/s', { goal: atLeastTimes(5), yardstick: 100 })).toBe(true)
  expect(met('speed', 499, 'episodes/s', { goal: atLeastTimes(5), yardstick: 100 })).toBe(false)
})

test('a share is met up to itself', () => {
  expect(met('bytes', 2, 'bytes', { goal: atMostShare(0.02), yardstick: 100 })).toBe(true)
  expect(met('bytes', 3, 'bytes', { goal: atMostShare(0.02), yardstick: 100 })).toBe(false)
})

test('what is to take less time is not met by the same', () => {
  expect(met('first sync', 1.9, 's', { goal: lessThanYardstick, yardstick: 2 })).toBe(true)
  expect(met('first sync', 2, 's', { goal: lessThanYardstick, yardstick: 2 })).toBe(false)
})

test('without a yardstick, or without a goal, nothing is met or missed', () => {
  expect(met('first sync', 2, 's', { goal: lessThanYardstick, yardstick: null })).toBeNull()
  expect(met('memory', 2, 'MB')).toBeNull()
})
