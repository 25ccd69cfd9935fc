import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { boundedRate, fineRateStep, rateStep, rateText } from '../../../renderer/player/rates.ts'

describe('playback rate', () => {
  it('stays between 0.5 and 3', () => {
    expect(boundedRate(0.1)).toBe(0.5)
    expect(boundedRate(9)).toBe(3)
    expect(boundedRate(Number.NaN)).toBe(1)
  })

  it('comes back to where it was by as many steps up as down', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 100, max: 150 }),
        fc.integer({ min: 1, max: 10 }),
        fc.constantFrom(rateStep, fineRateStep),
        (hundredths, steps, step) => {
          let rate = hundredths / 100
          for (let index = 0; index < steps; index += 1) rate = boundedRate(rate + step)
          for (let index = 0; index < steps; index += 1) rate = boundedRate(rate - step)
          expect(rate).toBe(hundredths / 100)
        },
      ),
    )
  })

  it('is written without needless zeros', () => {
    expect([1, 1.5, 1.25, 0.8].map(rateText)).toEqual(['1×', '1.5×', '1.25×', '0.8×'])
  })
})
