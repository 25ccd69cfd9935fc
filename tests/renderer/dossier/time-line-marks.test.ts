import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { TimeColumn } from '../../../renderer/dossier/time-line-columns.ts'
import { heightOf, markAfterKey, timeMarks } from '../../../renderer/dossier/time-line-marks.ts'

function column(count: number, at = 0): TimeColumn {
  return { x: at, indices: Array.from({ length: count }, (_, index) => index), firstMs: 1, lastMs: 2 }
}

test('every episode is a mark of its own or counted in one, and none stands higher than five', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 20 }), (counts) => {
      const marks = timeMarks(counts.map(column))
      for (const [at, its] of marks.entries()) {
        const drawn = its.reduce((sum, mark) => sum + (mark.kind === 'episode' ? 1 : mark.count), 0)
        expect(drawn).toBe(counts[at])
      }
      expect(heightOf(marks)).toBeLessThanOrEqual(65)
    }),
  )
})

test('few are dots, more than five end in one for the others, and very many are bars by how many they are', () => {
  expect(timeMarks([column(5)])[0]?.map(({ kind }) => kind)).toEqual(
    Array.from({ length: 5 }, () => 'episode'),
  )
  expect(timeMarks([column(9)])[0]).toMatchObject([
    {},
    {},
    {},
    {},
    { kind: 'several', count: 5, bottomPixels: 52 },
  ])
  expect(timeMarks([column(100), column(50), column(1)])).toMatchObject([
    [{ kind: 'several', count: 100, heightPixels: 65 }],
    [{ kind: 'several', count: 50, heightPixels: 33 }],
    [{ kind: 'episode', index: 0 }],
  ])
})

test('the arrows go from mark to mark and stay within the line', () => {
  const marks = timeMarks([column(1), column(3)])
  expect(markAfterKey('ArrowRight', { column: 0, mark: 0 }, marks)).toEqual({ column: 1, mark: 0 })
  expect(markAfterKey('ArrowRight', { column: 1, mark: 2 }, marks)).toEqual({ column: 1, mark: 2 })
  expect(markAfterKey('ArrowLeft', { column: 1, mark: 2 }, marks)).toEqual({ column: 0, mark: 0 })
  expect(markAfterKey('ArrowUp', { column: 1, mark: 2 }, marks)).toEqual({ column: 1, mark: 2 })
  expect(markAfterKey('ArrowDown', { column: 1, mark: 1 }, marks)).toEqual({ column: 1, mark: 0 })
  expect(markAfterKey('End', { column: 0, mark: 0 }, marks)).toEqual({ column: 1, mark: 0 })
  expect(markAfterKey('Enter', { column: 0, mark: 0 }, marks)).toBeNull()
})
