import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { daysOfInstants } from '../../../renderer/notes/days-of.ts'
import { dayOf } from '../../../shared/time/day.ts'

const zone = process.env.TZ
afterEach(() => {
  if (zone === undefined) delete process.env.TZ
  else process.env.TZ = zone
})

test.each([
  'UTC',
  'Europe/Berlin',
  'America/Sao_Paulo',
  'Asia/Kathmandu',
  'Pacific/Kiritimati',
  'Australia/Lord_Howe',
])('in %s each instant is on its own day, in whatever order they come', (timeZone) => {
  process.env.TZ = timeZone
  const instants = fc.array(
    fc.date({ min: new Date('2018-01-01'), max: new Date('2027-12-31'), noInvalidDate: true }),
    { minLength: 1, maxLength: 200 },
  )
  fc.assert(
    fc.property(instants, (dates) => {
      const dayOfInstant = daysOfInstants()
      for (const date of dates) expect(dayOfInstant(date.toISOString())).toBe(dayOf(date))
    }),
    { numRuns: 50 },
  )
})
