import { expect, test } from 'vitest'
import { readDuration } from '../../../../electron/stenobird/reading/durations.ts'

test.each([
  [2740, 2740],
  ['2740', 2740],
  ['45:40', 2740],
  ['0:45:40', 2740],
  ['12:00:01', 43_201],
  ['PT45M40S', 2740],
  ['PT1H', 3600],
  ['P1DT1S', 86_401],
  ['45 min', 2700],
  ['1 hour 2 minutes 5 seconds', 3725],
  ['1h 2m', 3720],
  ['2740 seconds', 2740],
  ['P0Y0M0DT1H2M3S', 3723],
  ['P1W', 604_800],
  ['PT1.5H', 5400],
  ['PT0,5M', 30],
  ['1.5 hours', 5400],
  ['45.5 min', 2730],
  ['45:40 min', 2740],
  ['1:02:03 h', 3723],
  ['1:02 hours', 3720],
  ['45′40″', 2740],
  ['2 740', 2740],
  ['2740000 ms', 2740],
])('%j is %d seconds', (given, seconds) => {
  expect(readDuration(given)).toBe(seconds)
})

test.each([
  '',
  'PT',
  'P',
  'P1M',
  'P2Y',
  'long',
  '1:99',
  -1,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  '99999999',
])('%j is no duration', (given) => {
  expect(readDuration(given)).toBeNull()
})
