import fc from 'fast-check'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { compareStamps, stampAfter } from '../../../shared/models/stamp.ts'

const instants = fc.date({ noInvalidDate: true, min: new Date(0), max: new Date('9000-01-01T00:00:00.000Z') })

it('is now, while the clock goes on', () => {
  expect(stampAfter(null, 0)).toBe('1970-01-01T00:00:00.000Z')
  expect(stampAfter('2026-01-01T10:00:00.000Z', Date.parse('2026-01-01T10:00:00.001Z'))).toBe(
    '2026-01-01T10:00:00.001Z',
  )
})

it('is a millisecond after the last one when the clock stands or was set back', () => {
  const previous = '2026-01-01T10:00:00.999Z'
  for (const now of [previous, '1999-01-01T00:00:00.000Z']) {
    expect(stampAfter(previous, Date.parse(now))).toBe('2026-01-01T10:00:01.000Z')
  }
})

it('goes up with each change, whatever the clock does', () => {
  fc.assert(
    fc.property(instants, fc.array(fc.integer()), (first, clock) => {
      let stamp = first.toISOString()
      for (const nowMs of clock) {
        const next = stampAfter(stamp, nowMs)
        expect(compareStamps(next, stamp)).toBe(1)
        expect(Date.parse(next)).toBeGreaterThanOrEqual(Math.min(nowMs, Date.parse('9999-01-01')))
        stamp = next
      }
    }),
  )
})

it('is an instant that can be stored, whatever it is given', () => {
  const odd = ['', 'yesterday', 'NaN', '+275760-09-13T00:00:00.000Z', '-000001-01-01T00:00:00Z', '９']
  fc.assert(
    fc.property(
      fc.oneof(fc.string(), fc.constantFrom(...odd), fc.constant(null)),
      fc.double(),
      (previous, now) => {
        expect(z.iso.datetime().safeParse(stampAfter(previous, now)).success).toBe(true)
      },
    ),
  )
  expect(stampAfter('yesterday', 5)).toBe('1970-01-01T00:00:00.005Z')
})

it('compares instants, not their spelling, and puts what is none before all', () => {
  expect(compareStamps('2026-01-01T00:00:00Z', '2026-01-01T00:00:00.001Z')).toBe(-1)
  expect(compareStamps('2026-01-01T00:00:01Z', '2026-01-01T00:00:00.999Z')).toBe(1)
  expect(compareStamps('zzzz', '1970-01-01T00:00:00.000Z')).toBe(-1)
  expect(compareStamps('2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z')).toBe(0)
})

it('orders any stamps in one line', () => {
  const stamps = fc.oneof(
    fc.string({ maxLength: 24 }),
    instants.map((date) => date.toISOString()),
    fc.constantFrom('2026-01-01T00:00:00Z', '2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.0Z', 'zzz'),
  )
  fc.assert(
    fc.property(stamps, stamps, stamps, (one, two, three) => {
      expect(compareStamps(one, two) + compareStamps(two, one)).toBe(0)
      expect(compareStamps(one, two) === 0).toBe(one === two)
      if (compareStamps(one, two) > 0 && compareStamps(two, three) > 0) {
        expect(compareStamps(one, three)).toBe(1)
      }
    }),
  )
})
