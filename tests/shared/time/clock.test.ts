import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clockText, parseClock, spokenClock } from '../../../shared/time/clock.ts'

test.each([
  [0, '0:00'],
  [59.9, '0:59'],
  [75, '1:15'],
  [3599, '59:59'],
  [3600, '1:00:00'],
  [36_125, '10:02:05'],
  [-3, '0:00'],
  [Number.NaN, '0:00'],
  [Number.POSITIVE_INFINITY, '0:00'],
])('writes %d as %s', (seconds, text) => {
  expect(clockText(seconds)).toBe(text)
})

test.each([
  [0, '0 seconds'],
  [1, '1 second'],
  [61, '1 minute 1 second'],
  [3725, '1 hour 2 minutes 5 seconds'],
])('says %d as “%s”', (seconds, text) => {
  expect(spokenClock(seconds)).toBe(text)
})

test.each([
  ['1:15', 75],
  ['75:00', 4500],
  ['10:02:05', 36_125],
  ['0:01.5', 1.5],
  [' 7:55 ', 475],
])('reads %j as %d seconds', (text, seconds) => {
  expect(parseClock(text)).toBe(seconds)
})

test.each(['', '15', '1:5', '1:60', '1:75:00', 'a:bc', '-1:00', '1:00:00:00'])(
  'takes %j for no time',
  (text) => {
    expect(parseClock(text)).toBeNull()
  },
)

test('reads back every whole second that it writes', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 400_000 }), (seconds) => {
      expect(parseClock(clockText(seconds))).toBe(seconds)
    }),
  )
})
