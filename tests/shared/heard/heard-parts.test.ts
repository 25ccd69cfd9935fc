import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type HeardPosition, heardParts } from '../../../shared/heard/heard-parts.ts'
import { heardShare, isFinished, nextUnheard } from '../../../shared/heard/share.ts'
import type { HeardPiece } from '../../../shared/models/heard.ts'

const id = (number: number) => `0195a000-0000-7000-8000-${String(number).padStart(12, '0')}`
const at = (minute: number) =>
  new Date(Date.parse('2026-03-01T08:00:00.000Z') + minute * 60_000).toISOString()
const base = (minute: number) => ({
  id: id(minute),
  episodeId: 'night/a' as const,
  createdAt: at(minute),
  updatedAt: at(minute),
})

const played = (minute: number, ...intervals: [number, number][]): HeardPiece => ({
  ...base(minute),
  how: 'played',
  day: '2026-03-01',
  intervals,
  spentSeconds: 1,
  endSeconds: 1,
})
const marked = (minute: number, as: 'heard' | 'unheard', from: number, to: number): HeardPiece => ({
  ...base(minute),
  how: 'marked',
  as,
  startSeconds: from,
  endSeconds: to,
})
const position = (change: Partial<HeardPosition> = {}): HeardPosition => ({
  positionSeconds: 300,
  durationSeconds: 1000,
  heardAtMs: Date.parse(at(5)),
  finishedAt: null,
  ...change,
})

describe('what was heard of an episode', () => {
  test('is what was heard in any sitting, once, and not what was skipped', () => {
    const { intervals } = heardParts([played(1, [0, 50], [80, 90]), played(2, [40, 60])], null)
    expect(intervals).toEqual([
      [0, 60],
      [80, 90],
    ])
  })

  test('holds what was marked, until it is marked otherwise or heard again', () => {
    const pieces = [played(1, [0, 50]), marked(2, 'heard', 0, 100), marked(3, 'unheard', 20, 40)]
    expect(heardParts(pieces, null).intervals).toEqual([
      [0, 20],
      [40, 100],
    ])
    expect(heardParts([...pieces, played(4, [30, 35])], null).intervals).toEqual([
      [0, 20],
      [30, 35],
      [40, 100],
    ])
  })

  test('is the same in whatever order and however often its pieces come together', () => {
    const piece = fc
      .tuple(fc.nat({ max: 30 }), fc.nat({ max: 60 }), fc.integer({ min: 1, max: 30 }), fc.nat({ max: 2 }))
      .map(([minute, from, length, how]) => {
        if (how === 0) return played(minute, [from, from + length])
        return marked(minute, how === 1 ? 'heard' : 'unheard', from, from + length)
      })
    const pieces = fc.uniqueArray(piece, { selector: (one) => one.id, maxLength: 10 })
    fc.assert(
      fc.property(
        pieces.chain((some) =>
          fc.tuple(fc.constant(some), fc.shuffledSubarray(some, { minLength: some.length })),
        ),
        ([some, shuffled]) => {
          expect(heardParts(shuffled, null)).toEqual(heardParts(some, null))
        },
      ),
    )
  })

  test('is assumed to be all up to the position where only that is kept, and all of one that was finished', () => {
    expect(heardParts([], position()).intervals).toEqual([[0, 300]])
    expect(heardParts([], position({ finishedAt: at(5) })).intervals).toEqual([[0, 1000]])
    expect(heardParts([marked(6, 'unheard', 0, 100)], position()).intervals).toEqual([[100, 300]])
  })

  test('is nothing of a position that was only jumped to', () => {
    expect(heardParts([], position({ counted: true })).intervals).toEqual([])
  })
})

describe('an episode', () => {
  test('is finished by 95 %, or by its end, until it is marked as not heard', () => {
    expect(isFinished(heardParts([played(1, [0, 949])], null), 1000)).toBe(false)
    expect(isFinished(heardParts([played(1, [0, 950])], null), 1000)).toBe(true)
    const ended = position({ counted: true, finishedAt: at(5) })
    expect(isFinished(heardParts([played(1, [900, 1000])], ended), 1000)).toBe(true)
    expect(isFinished(heardParts([marked(6, 'unheard', 0, 1000)], ended), 1000)).toBe(false)
    expect(isFinished(heardParts([], null), null)).toBe(false)
  })

  test('has a share, also of a chapter that is empty or past its end', () => {
    const parts = heardParts([played(1, [10, 30])], null)
    expect(heardShare(parts, [0, 40])).toBe(0.5)
    expect(heardShare(parts, [10, 10])).toBe(0)
    expect(heardShare(parts, [500, 600])).toBe(0)
  })
})

describe('the next part that was not heard', () => {
  const parts = heardParts([played(1, [0, 100], [200, 300], [302, 400])], null)

  test('begins after the moment, else from the beginning on', () => {
    expect(nextUnheard(parts, 1000, 50)).toBe(100)
    expect(nextUnheard(parts, 1000, 250)).toBe(400)
    // Who hears a part for the first time is in it, and goes on to the one after.
    expect(nextUnheard(parts, 1000, 99.9)).toBe(400)
    expect(nextUnheard(parts, 1000, 400)).toBe(100)
    expect(nextUnheard(parts, 1000, 700)).toBe(100)
    expect(nextUnheard(heardParts([], null), 1000, 0)).toBe(0)
  })

  test('is none when all was heard but some seconds', () => {
    expect(nextUnheard(heardParts([played(1, [2, 997])], null), 1000, 0)).toBeNull()
  })
})
