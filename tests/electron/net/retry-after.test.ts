import { expect, test } from 'vitest'
import { parseRetryAfter } from '../../../electron/net/retry-after.ts'

const now = Date.parse('2026-03-04T10:00:00Z')

test.each([
  ['120', 120],
  [' 0 ', 0],
  ['Wed, 04 Mar 2026 10:01:30 GMT', 90],
  ['Wed, 04 Mar 2026 09:00:00 GMT', 0],
  ['99999999', 604_800],
  ['soon', undefined],
  ['-5', undefined],
  ['1.5', undefined],
  [undefined, undefined],
])('%j is %j', (header, seconds) => {
  expect(parseRetryAfter(header, now)).toBe(seconds)
})
