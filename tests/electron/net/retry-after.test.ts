import { expect, test } from 'vitest'
import { retryAfterOf } from '../../../electron/net/retry-after.ts'

const now = Date.parse('2026-03-04T10:00:00Z')

const headers = (retryAfter: string | undefined, date?: string) =>
  new Map(
    Object.entries({ 'retry-after': retryAfter, date }).flatMap(([name, value]): [string, string][] =>
      value === undefined ? [] : [[name, value]],
    ),
  )

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
  expect(retryAfterOf(headers(header), now)).toBe(seconds)
})

test('a date counts from when the service says it answered, not by a clock of ours that is a year behind', () => {
  const told = headers('Wed, 04 Mar 2026 10:05:00 GMT', 'Wed, 04 Mar 2026 10:00:00 GMT')
  expect(retryAfterOf(told, Date.parse('2025-03-04T10:00:00Z'))).toBe(300)
  expect(retryAfterOf(headers('Wed, 04 Mar 2026 10:05:00 GMT', 'nonsense'), now)).toBe(300)
})
