import fc from 'fast-check'
import { expect, test } from 'vitest'
import { scrollTopShowing, windowOf } from '../../../renderer/library/row-window.ts'

const rowHeight = 68

test('the window holds every row that is seen, and few more, wherever the list is scrolled to', () => {
  fc.assert(
    fc.property(
      fc.nat({ max: 100_000 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.nat({ max: 2000 }),
      (count, share, height) => {
        const scrollTop = share * Math.max(0, count * rowHeight - height)
        const { first, end } = windowOf({ scrollTop, height }, rowHeight, count)
        const seenFrom = Math.min(count, Math.floor(scrollTop / rowHeight))
        const seenTo = Math.min(count, Math.ceil((scrollTop + height) / rowHeight))
        expect(first).toBeLessThanOrEqual(seenFrom)
        expect(end).toBeGreaterThanOrEqual(seenTo)
        expect(end).toBeLessThanOrEqual(count)
        expect(first).toBeGreaterThanOrEqual(0)
        expect(end - first).toBeLessThanOrEqual(height / rowHeight + 12)
      },
    ),
  )
})

test('a list that became shorter than it is scrolled has an empty window, not a wrong one', () => {
  expect(windowOf({ scrollTop: 100_000, height: 600 }, rowHeight, 3)).toEqual({ first: 3, end: 3 })
})

test.each([
  ['above', 2, 500, 2 * rowHeight],
  ['below', 20, 500, 21 * rowHeight - 600],
  ['seen', 10, 500, 500],
])('a row that is %s is brought into sight by the shortest way', (_, index, scrollTop, expected) => {
  expect(scrollTopShowing(index, rowHeight, { scrollTop, height: 600 })).toBe(expected)
})
