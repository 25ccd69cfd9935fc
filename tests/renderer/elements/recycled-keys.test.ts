import { expect, test } from 'vitest'
import { recycledKeys } from '../../../renderer/elements/recycled-keys.ts'

const first = recycledKeys(new Map(), ['a', 'b', 'c', 'd'], null)

test('a row that stays keeps its key, wherever it stands then', () => {
  const then = recycledKeys(first, ['d', 'b'], null)
  expect([then.get('d'), then.get('b')]).toEqual([first.get('d'), first.get('b')])
})

test('new rows are drawn by what drew those that are gone, in their order', () => {
  const then = recycledKeys(first, ['a', 'x', 'c', 'y', 'z'], null)
  expect([then.get('x'), then.get('y')]).toEqual([first.get('b'), first.get('d')])
  expect(new Set(then.values()).size).toBe(5)
})

test('what drew the row that is not to be shared draws no other one', () => {
  const then = recycledKeys(first, ['x', 'y', 'z', 'q'], 'b')
  expect([...then.values()]).not.toContain(first.get('b'))
  expect(new Set(then.values()).size).toBe(4)
})

test('as long as it is there, it stays', () => {
  expect(recycledKeys(first, ['x', 'b'], 'b').get('b')).toBe(first.get('b'))
})
