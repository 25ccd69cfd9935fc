import { expect, test } from 'vitest'
import { monthAfter } from '../../../renderer/library/month-jump.ts'

/** Months of two, three and one rows. */
const starts = Uint32Array.of(0, 2, 5)

test.each([
  ['earlier', 0, 0, 1],
  ['earlier', 0, 1, 1],
  ['earlier', 1, 4, 2],
  ['earlier', 2, 5, null],
  ['later', 2, 5, 1],
  ['later', 1, 2, 0],
  ['later', 0, 0, null],
] as const)('%s from month %i at row %i leads to month %s', (way, month, row, to) => {
  expect(monthAfter(way, starts, month, row)).toBe(to)
})

test('back up from within a month leads to where it begins first, as the key for the chapter before does', () => {
  expect(monthAfter('later', starts, 1, 4)).toBe(1)
  expect(monthAfter('later', starts, 0, 1)).toBe(0)
})
