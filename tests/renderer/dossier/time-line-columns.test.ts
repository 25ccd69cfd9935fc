import fc from 'fast-check'
import { expect, test } from 'vitest'
import { timeColumns, timeTicks } from '../../../renderer/dossier/time-line-columns.ts'

const day = 24 * 3600_000
const dates = fc.array(
  fc.oneof(
    fc.constant(0),
    fc.integer({ min: 1, max: 20_000 }).map((days) => days * day),
  ),
)

test('every dated episode stands in one column, in the order of time, within the line', () => {
  fc.assert(
    fc.property(dates, fc.integer({ min: 1, max: 900 }), (given, width) => {
      const columns = timeColumns(given, width, 15)
      const placed = columns.flatMap(({ indices }) => indices)
      const dated = given.flatMap((at, index) => (at === 0 ? [] : [index]))
      expect(placed.toSorted((one, other) => one - other)).toEqual(dated)
      for (const [at, column] of columns.entries()) {
        expect(column.x).toBeGreaterThanOrEqual(0)
        expect(column.x).toBeLessThanOrEqual(width)
        const its = column.indices.map((index) => given[index] ?? 0)
        expect([column.firstMs, column.lastMs]).toEqual([Math.min(...its), Math.max(...its)])
        const before = columns[at - 1]
        if (before !== undefined) expect(before.lastMs).toBeLessThan(column.firstMs)
      }
    }),
  )
})

test('marks stand at the beginnings of months or years, apart from each other, and within the line', () => {
  fc.assert(
    fc.property(dates, fc.integer({ min: 100, max: 900 }), (given, width) => {
      const ticks = timeTicks(given, width, 64)
      expect(ticks.length).toBeLessThanOrEqual(width / 64 + 2)
      for (const { x } of ticks) expect(x).toBeGreaterThanOrEqual(0)
    }),
  )
  const years = [Date.UTC(2019, 5, 1), Date.UTC(2026, 2, 4)]
  expect(timeTicks(years, 600, 64).map(({ text }) => text)).toEqual([
    '2020',
    '2021',
    '2022',
    '2023',
    '2024',
    '2025',
  ])
  const months = [new Date(2026, 0, 15).getTime(), new Date(2026, 3, 20).getTime()]
  expect(timeTicks(months, 400, 64).map(({ text }) => text)).toEqual(['Feb 2026', 'Mar 2026', 'Apr 2026'])
})

test('a topic of one day has one column in the middle, and one without dates has none', () => {
  expect(timeColumns([5 * day, 5 * day], 300, 15)).toMatchObject([{ indices: [0, 1] }])
  expect(timeColumns([0, 0], 300, 15)).toEqual([])
  expect(timeTicks([0], 300, 64)).toEqual([])
})
