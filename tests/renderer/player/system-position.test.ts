import { describe, expect, test } from 'vitest'
import { isBeside, systemPosition } from '../../../renderer/player/system-position.ts'

describe('what the system is told of the position', () => {
  test('is within the length, at the person’s rate', () => {
    expect(systemPosition({ durationSeconds: 100, rate: 1.5 }, 30)).toEqual({
      duration: 100,
      playbackRate: 1.5,
      position: 30,
    })
    expect(systemPosition({ durationSeconds: 100, rate: 1 }, 101)?.position).toBe(100)
    expect(systemPosition({ durationSeconds: 100, rate: 1 }, -1)?.position).toBe(0)
  })

  test.each([
    ['an unknown length', null, 1, 0],
    ['a stream without end', Number.POSITIVE_INFINITY, 1, 0],
    ['a length that is no number', Number.NaN, 1, 0],
    ['a length of nothing', 0, 1, 0],
    ['a place that is no number', 100, 1, Number.NaN],
    ['a rate of nothing', 100, 0, 0],
  ])('is nothing with %s, which it would refuse', (_what, durationSeconds, rate, seconds) => {
    expect(systemPosition({ durationSeconds, rate }, seconds)).toBeNull()
  })

  test('is told again after a jump or trimmed silence, and not while both clocks agree', () => {
    const told = { duration: 100, playbackRate: 2, position: 10 }
    expect(isBeside(told, { positionSeconds: 20.3, agoSeconds: 5, counts: true })).toBe(false)
    expect(isBeside(told, { positionSeconds: 25, agoSeconds: 5, counts: true })).toBe(true)
    expect(isBeside(told, { positionSeconds: 10, agoSeconds: 60, counts: false })).toBe(false)
    expect(isBeside(told, { positionSeconds: 40, agoSeconds: 0, counts: false })).toBe(true)
    expect(isBeside(told, { positionSeconds: 100, agoSeconds: 600, counts: true })).toBe(false)
  })
})
