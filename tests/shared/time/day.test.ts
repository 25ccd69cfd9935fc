import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import { dayAfter, dayAMonthAfter, dayOf, daysFrom } from '../../../shared/time/day.ts'

const zone = process.env.TZ
afterEach(() => {
  if (zone === undefined) delete process.env.TZ
  else process.env.TZ = zone
})

const days = fc
  .date({ min: new Date('1970-01-01'), max: new Date('2999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

describe('days are counted by the calendar', () => {
  test('so many days later is so many days from there, forth and back', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -40_000, max: 40_000 }), (day, many) => {
        const later = dayAfter(day, many)
        expect(daysFrom(day, later)).toBe(many)
        expect(dayAfter(later, -many)).toBe(day)
        expect(later > day).toBe(many > 0)
      }),
    )
  })

  test.each([
    ['2026-12-01', 7, '2026-12-08'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2026-12-31', 1, '2027-01-01'],
    // A day of 23 hours and one of 25 where clocks change.
    ['2026-03-28', 2, '2026-03-30'],
    ['2026-10-24', 2, '2026-10-26'],
    ['9999-12-31', 1, '9999-12-31'],
  ])('%s and %d days are %s', (day, many, later) => {
    expect(dayAfter(day, many)).toBe(later)
  })

  test.each([
    ['2026-01-31', '2026-02-28'],
    ['2028-01-31', '2028-02-29'],
    ['2026-12-15', '2027-01-15'],
    ['2026-11-30', '2026-12-30'],
  ])('a month after %s is %s', (day, later) => {
    expect(dayAMonthAfter(day)).toBe(later)
  })

  test('a month later is in the next month, 28 to 31 days on', () => {
    fc.assert(
      fc.property(days, (day) => {
        const many = daysFrom(day, dayAMonthAfter(day))
        expect(many).toBeGreaterThanOrEqual(28)
        expect(many).toBeLessThanOrEqual(31)
      }),
    )
  })
})

describe('the day is the one where the person is', () => {
  test.each([
    ['Pacific/Kiritimati', '2026-12-01'],
    ['Europe/Berlin', '2026-12-01'],
    ['UTC', '2026-11-30'],
    ['Pacific/Niue', '2026-11-30'],
  ])('in %s', (timeZone, day) => {
    process.env.TZ = timeZone
    expect(dayOf(new Date('2026-11-30T23:30:00Z'))).toBe(day)
  })

  test('it is the next one a minute after midnight, also where the clock is set that night', () => {
    process.env.TZ = 'Europe/Berlin'
    for (const [before, after] of [
      ['2026-03-28T22:59:00Z', '2026-03-28T23:01:00Z'],
      ['2026-10-24T21:59:00Z', '2026-10-24T22:01:00Z'],
      ['2026-10-25T22:59:00Z', '2026-10-25T23:01:00Z'],
    ] as const) {
      expect(daysFrom(dayOf(new Date(before)), dayOf(new Date(after)))).toBe(1)
    }
  })
})
