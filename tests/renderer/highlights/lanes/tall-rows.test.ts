import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rowAtPixel, tallRows, topOf } from '../../../../renderer/highlights/lanes/tall-rows.ts'

const heights = fc.dictionary(fc.integer({ min: 0, max: 60 }).map(String), fc.integer({ min: 142, max: 900 }))

test('each row begins where the heights of those above it add up to, and is found again at any of its pixels', () => {
  fc.assert(
    fc.property(heights, (given) => {
      const byIndex = new Map(Object.entries(given).map(([index, pixels]) => [Number(index), pixels]))
      const rows = tallRows(142, byIndex)
      let top = 0
      for (let index = 0; index < 64; index += 1) {
        const height = byIndex.get(index) ?? 142
        expect(topOf(rows, index)).toBe(top)
        expect(rowAtPixel(rows, 64, top)).toBe(index)
        expect(rowAtPixel(rows, 64, top + height - 1)).toBe(index)
        top += height
      }
      expect(rowAtPixel(rows, 64, top + 5000)).toBe(63)
      expect(rowAtPixel(rows, 64, -5)).toBe(0)
    }),
  )
})
