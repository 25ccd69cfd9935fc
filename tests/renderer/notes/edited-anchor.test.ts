import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { asMoment, nudged, withSide } from '../../../renderer/notes/edited-anchor.ts'
import { type Anchor, anchorSchema } from '../../../shared/models/anchor.ts'

const moment: Anchor = { kind: 'moment', startSeconds: 60 }
const range: Anchor = { kind: 'range', startSeconds: 60, endSeconds: 75 }

describe('ends set by ear', () => {
  test('a moment becomes a range by its end, and a range has its ends moved', () => {
    expect(withSide(moment, 'end', 72.34)).toEqual({ kind: 'range', startSeconds: 60, endSeconds: 72.3 })
    expect(withSide(range, 'start', 61)).toEqual({ ...range, startSeconds: 61 })
  })

  test('an end before the start trades places with it, and a start behind the end leaves it', () => {
    expect(withSide(moment, 'end', 50)).toEqual({ kind: 'range', startSeconds: 50, endSeconds: 60 })
    expect(withSide(range, 'start', 80)).toEqual({ kind: 'moment', startSeconds: 80 })
  })

  test('a highlight stays where it is', () => {
    const highlight: Anchor = { kind: 'highlight', highlightKind: 'other', quote: 'x', startSeconds: 3 }
    expect(nudged(highlight, 'start', 5, null)).toBe(highlight)
    expect(asMoment(range)).toEqual(moment)
  })

  test('whatever is set and nudged in whatever order, it is a place in the audio', () => {
    const seconds = fc.double({ min: 0, max: 100, noNaN: true })
    const side = fc.constantFrom('start' as const, 'end' as const)
    const step = fc.oneof(
      fc.record({ how: fc.constant('set' as const), side, seconds }),
      fc.record({
        how: fc.constant('nudge' as const),
        side,
        seconds: fc.double({ min: -9, max: 9, noNaN: true }),
      }),
    )
    fc.assert(
      fc.property(seconds, fc.array(step), (startSeconds, steps) => {
        let anchor: Anchor = { kind: 'moment', startSeconds }
        for (const each of steps) {
          anchor =
            each.how === 'set'
              ? withSide(anchor, each.side, each.seconds)
              : nudged(anchor, each.side, each.seconds, 101)
          expect(anchorSchema.safeParse(anchor).success).toBe(true)
          expect(anchor.startSeconds).toBeLessThanOrEqual(101)
        }
      }),
    )
  })
})
