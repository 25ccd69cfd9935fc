import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  coveredWithin,
  gapsWithin,
  type Interval,
  type Intervals,
  intervalsOf,
  lengthOf,
  union,
  without,
} from '../../../shared/heard/intervals.ts'

const end = 60

/** The model: for each whole second whether it is in. */
type Seconds = boolean[]
const secondsOf = (stretches: Iterable<Interval>): Seconds => {
  const seconds: Seconds = Array.from({ length: end }, () => false)
  for (const [from, to] of stretches) for (let at = from; at < to; at += 1) seconds[at] = true
  return seconds
}

const second = fc.nat({ max: end })
const stretch: fc.Arbitrary<Interval> = fc.tuple(second, second)
const stretches = fc.array(stretch, { maxLength: 12 })
const intervals = stretches.map((some) => intervalsOf(some))

/** In order, none empty, none touching the next. */
function isProper(some: Intervals): boolean {
  return some.every(
    ([from, to], index) => from < to && (some[index + 1]?.[0] ?? Number.POSITIVE_INFINITY) > to,
  )
}

test('stretches become intervals that cover the same seconds, in order and apart', () => {
  fc.assert(
    fc.property(stretches, (some) => {
      expect(secondsOf(intervalsOf(some))).toEqual(secondsOf(some))
      expect(isProper(intervalsOf(some))).toBe(true)
    }),
  )
})

test('a union covers what either covers, whichever comes first and however often', () => {
  fc.assert(
    fc.property(intervals, intervals, intervals, (one, other, third) => {
      const [ones, others] = [secondsOf(one), secondsOf(other)]
      expect(secondsOf(union(one, other))).toEqual(ones.map((isIn, at) => isIn || others[at] === true))
      expect(isProper(union(one, other))).toBe(true)
      expect(union(one, other)).toEqual(union(other, one))
      expect(union(one, one)).toEqual(one)
      expect(union(union(one, other), third)).toEqual(union(one, union(other, third)))
    }),
  )
})

test('what is taken out is out, and nothing else', () => {
  fc.assert(
    fc.property(intervals, stretch, (some, out) => {
      const outs = secondsOf([out])
      expect(secondsOf(without(some, out))).toEqual(secondsOf(some).map((isIn, at) => isIn && !outs[at]))
      expect(isProper(without(some, out))).toBe(true)
    }),
  )
})

test('covered and left out make up any stretch', () => {
  fc.assert(
    fc.property(intervals, stretch, (some, [from, to]) => {
      const covered = secondsOf(some).slice(from, to).filter(Boolean).length
      expect(coveredWithin(some, [from, to])).toBe(covered)
      expect(lengthOf(gapsWithin(some, [from, to]))).toBe(Math.max(0, to - from) - covered)
      expect(lengthOf(some)).toBe(secondsOf(some).filter(Boolean).length)
    }),
  )
})

test('what is less apart than asked becomes one, and nothing is lost by it', () => {
  fc.assert(
    fc.property(stretches, fc.nat({ max: 5 }), (some, within) => {
      const joined = intervalsOf(some, within)
      const before = secondsOf(some)
      secondsOf(joined).forEach((isIn, at) => {
        if (before[at]) expect(isIn).toBe(true)
      })
      for (const [index, [from]] of joined.slice(1).entries())
        expect(from - (joined[index]?.[1] ?? 0)).toBeGreaterThan(within)
    }),
  )
})

test('what is no stretch of time counts as nothing', () => {
  expect(
    intervalsOf([
      [Number.NaN, 5],
      [3, Number.POSITIVE_INFINITY],
      [9, 4],
      [1, 2],
    ]),
  ).toEqual([[1, 2]])
})
