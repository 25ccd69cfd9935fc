import { expect, test } from 'vitest'
import { indexAfterKey } from '../../../renderer/library/row-keys.ts'

test.each([
  ['ArrowDown', 4, 5],
  ['ArrowDown', 99, 99],
  ['ArrowUp', 4, 3],
  ['ArrowUp', 0, 0],
  ['PageDown', 4, 14],
  ['PageDown', 95, 99],
  ['PageUp', 4, 0],
  ['Home', 4, 0],
  ['End', 4, 99],
  ['x', 4, null],
])('%s from row %i leads to %s', (key, from, to) => {
  expect(indexAfterKey(key, from, 100, 10)).toBe(to)
})

test('no key leads anywhere in an empty list', () => {
  expect(indexAfterKey('ArrowDown', 0, 0, 10)).toBeNull()
})
