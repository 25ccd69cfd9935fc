import fc from 'fast-check'
import { expect, test } from 'vitest'
import { monthOfRow, monthStarts, monthText } from '../../../renderer/library/months.ts'

function datesOf(...each: number[]): { length: number; publishedAtMs: (index: number) => number } {
  return { length: each.length, publishedAtMs: (index) => each[index] ?? 0 }
}

function at(year: number, month: number, day: number, hour = 12): number {
  return new Date(year, month - 1, day, hour).getTime()
}

test('a month begins at its first row, by the calendar of where the person is', () => {
  const list = datesOf(
    at(2026, 3, 31, 23),
    at(2026, 3, 1, 0),
    at(2026, 2, 28, 23),
    at(2025, 12, 31, 23),
    at(2025, 12, 1, 0),
  )
  expect([...monthStarts(list)]).toEqual([0, 2, 3])
})

test('the same month of another year is another month', () => {
  expect([...monthStarts(datesOf(at(2026, 3, 4), at(2025, 3, 4)))]).toEqual([0, 1])
})

test('what has no date stands under a heading of its own, which is no month of 1970', () => {
  const list = datesOf(at(2026, 3, 4), at(1970, 1, 2), 0, 0, at(1969, 12, 30), at(1955, 6, 1))
  expect([...monthStarts(list)]).toEqual([0, 1, 2, 4, 5])
  expect(monthText(list.publishedAtMs(2))).toBe('No date')
  expect(monthText(list.publishedAtMs(1))).toBe('January 1970')
  expect(monthText(list.publishedAtMs(4))).toBe('December 1969')
})

test('a list of which nothing has a date, or that is empty, has no months', () => {
  expect([...monthStarts(datesOf(0, 0, 0))]).toEqual([])
  expect([...monthStarts(datesOf())]).toEqual([])
})

test('a date that is wrong by two thousand years has a month like any other', () => {
  const wrong = new Date(0)
  wrong.setFullYear(26, 2, 4)
  expect([...monthStarts(datesOf(at(2026, 3, 4), wrong.getTime(), wrong.getTime()))]).toEqual([0, 1])
})

test('of any list months begin where a walk over all of it finds them', () => {
  const some = fc.array(fc.integer({ min: -1, max: 40 * 12 * 31 }), { maxLength: 300 })
  fc.assert(
    fc.property(some, (days) => {
      const dates = days
        .map((day) => (day === -1 ? 0 : at(1995, 1, 1 + day)))
        .sort((one, other) => other - one)
      const list = datesOf(...dates)
      const walked = dates.flatMap((date, index) =>
        index === 0 || monthText(date) !== monthText(dates[index - 1] ?? 0) ? [index] : [],
      )
      const starts = monthStarts(list)
      expect([...starts]).toEqual(dates.every((date) => date === 0) ? [] : walked)
      for (const index of starts.length === 0 ? [] : dates.keys()) {
        const month = starts[monthOfRow(starts, index)] ?? -1
        expect(monthText(dates[month] ?? 0)).toBe(monthText(dates[index] ?? 0))
      }
    }),
  )
})

test('of 100,000 rows few are looked at', () => {
  let looks = 0
  const list = {
    length: 100_000,
    publishedAtMs: (index: number) => {
      looks += 1
      return at(2026, 11, 30) - index * 3_600_000
    },
  }
  const months = monthStarts(list).length
  expect(months).toBe(137)
  expect(looks).toBeLessThan(months * 20)
})
