import fc from 'fast-check'
import { expect, test } from 'vitest'
import { monthLayout } from '../../../renderer/library/month-layout.ts'

const [row, head] = [68, 28]

/** Months with so many rows each. */
function layoutOf(...sizes: number[]) {
  let count = 0
  const starts = sizes.map((size) => {
    count += size
    return count - size
  })
  return { layout: monthLayout(Uint32Array.from(starts), count, row, head), count }
}

test('each month has room for its name above its first row', () => {
  const { layout } = layoutOf(2, 3)
  expect([0, 1, 2, 3, 4].map(layout.topOf)).toEqual([
    head,
    head + row,
    2 * head + 2 * row,
    2 * head + 3 * row,
    2 * head + 4 * row,
  ])
  expect(layout.headTop(0)).toBe(0)
  expect(layout.headTop(1)).toBe(head + 2 * row)
  expect(layout.height).toBe(2 * head + 5 * row)
  expect(layout.topOf(5)).toBe(layout.height)
})

test('without months rows follow one another from the top, and nothing lies over them', () => {
  const layout = monthLayout(new Uint32Array(), 3, row, head)
  expect([0, 1, 2, 3].map(layout.topOf)).toEqual([0, row, 2 * row, 3 * row])
  expect(layout.height).toBe(3 * row)
  expect(layout.coveredPixels).toBe(0)
  expect(layout.rowAt(row + 1)).toBe(1)
})

test('where a month’s name stands, the row below it is meant', () => {
  const { layout } = layoutOf(2, 3)
  expect(layout.rowAt(0)).toBe(0)
  expect(layout.rowAt(layout.headTop(1) - 1)).toBe(1)
  expect(layout.rowAt(layout.headTop(1))).toBe(2)
  expect(layout.rowAt(layout.headTop(1) + head - 1)).toBe(2)
  expect(layout.rowAt(1_000_000)).toBe(4)
  expect(layout.rowAt(-10)).toBe(0)
})

test('an empty list has no rows to build', () => {
  const layout = monthLayout(new Uint32Array(), 0, row, head)
  expect(layout.windowOf({ scrollTop: 500, height: 600 })).toEqual({ first: 0, end: 0 })
  expect(layout.rowAt(0)).toBe(0)
})

test('every row that is seen is built, and few more, wherever the list is scrolled to', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 60 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.nat({ max: 2000 }),
      (sizes, share, height) => {
        const { layout, count } = layoutOf(...sizes)
        const scrollTop = share * Math.max(0, layout.height - height)
        const { first, end } = layout.windowOf({ scrollTop, height })
        for (let index = 0; index < count; index += 1) {
          const [top, bottom] = [layout.topOf(index), layout.topOf(index) + row]
          if (bottom > scrollTop && top < scrollTop + height) {
            expect(index).toBeGreaterThanOrEqual(first)
            expect(index).toBeLessThan(end)
          }
          expect(layout.rowAt(top)).toBe(index)
          expect(layout.rowAt(bottom - 1)).toBe(index)
        }
        expect(end - first).toBeLessThanOrEqual(height / row + 12)
      },
    ),
  )
})

test('a row that is brought into sight does not lie under the name of its month', () => {
  const { layout } = layoutOf(20, 20)
  const height = 600
  expect(layout.scrollTopShowing(0, { scrollTop: 500, height })).toBe(0)
  expect(layout.scrollTopShowing(3, { scrollTop: 500, height })).toBe(layout.topOf(3) - head)
  expect(layout.scrollTopShowing(20, { scrollTop: 3000, height })).toBe(layout.headTop(1))
  expect(layout.scrollTopShowing(30, { scrollTop: 0, height })).toBe(layout.topOf(30) + row - height)
  expect(layout.scrollTopShowing(10, { scrollTop: 500, height })).toBe(500)
})
