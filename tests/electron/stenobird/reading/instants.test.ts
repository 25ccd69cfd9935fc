import { expect, test } from 'vitest'
import { readInstant } from '../../../../electron/stenobird/reading/instants.ts'

test.each([
  ['2026-03-04', '2026-03-04T00:00:00.000Z'],
  ['2026-03-04T10:20:30Z', '2026-03-04T10:20:30.000Z'],
  ['2026-03-04T10:20:30.5+02:00', '2026-03-04T08:20:30.000Z'],
  ['2026-03-04 10:20', '2026-03-04T10:20:00.000Z'],
  ['Mar 4, 2026', '2026-03-04T00:00:00.000Z'],
  ['March 4th, 2026', '2026-03-04T00:00:00.000Z'],
  ['Sept. 4 2026', '2026-09-04T00:00:00.000Z'],
  ['4 March 2026', '2026-03-04T00:00:00.000Z'],
  ['Wednesday, March 4, 2026 at 3:05 PM', '2026-03-04T15:05:00.000Z'],
  ['Wed, 04 Mar 2026 10:20:30 GMT', '2026-03-04T10:20:30.000Z'],
  ['Wed, 04 Mar 2026 10:20:30 -0500', '2026-03-04T15:20:30.000Z'],
  ['4 Mar 2026 10:20 EST', '2026-03-04T15:20:00.000Z'],
])('%s is %s', (text, instant) => {
  expect(readInstant(text)).toBe(instant)
})

test.each([
  '',
  'yesterday',
  '2026',
  '03/04/2026',
  'Feb 30, 2026',
  '2026-13-01',
  '2026-02-31',
  '4 Foo 2026',
  'Mar 4, 2026 whenever',
])('%j is no date that can be read without guessing', (text) => {
  expect(readInstant(text)).toBeNull()
})
