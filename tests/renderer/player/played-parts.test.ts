import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  entryAt,
  leftAfter,
  moved,
  type PlayedParts,
  partsOf,
  playsAt,
  stepAt,
  stretchOf,
} from '../../../renderer/player/played-parts.ts'

const starts = (...all: number[]) => all.map((startSeconds) => ({ startSeconds }))
const parts = (...all: [number, number][]): PlayedParts => ({ parts: all, asked: null, loop: null })
const end = Number.POSITIVE_INFINITY

describe('the parts that play', () => {
  it('are chapters, and what is before the first, joined where they touch', () => {
    const chapters = starts(60, 475, 600)
    expect(partsOf(chapters, () => true)).toEqual([[0, end]])
    expect(partsOf(chapters, (index) => index !== 1)).toEqual([
      [0, 475],
      [600, end],
    ])
    expect(partsOf(chapters, (index) => index === 0)).toEqual([[60, 475]])
    expect(partsOf([], (index) => index === -1)).toEqual([[0, end]])
  })

  it('leave out chapters without a length', () =>
    expect(partsOf(starts(60, 60, 90), (index) => index === 0)).toEqual([]))
})

describe('a moment that playing reaches', () => {
  const two = parts([0, 60], [475, 600])
  it('plays to the end of its part', () =>
    expect(stepAt(two, 20)).toEqual({ kind: 'plays', untilSeconds: 60 }))
  it('goes on with the next one at the end of its own', () =>
    expect(stepAt(two, 59.99)).toEqual({ kind: 'goes', toSeconds: 475 }))
  it('ends after the last', () => expect(stepAt(two, 600)).toEqual({ kind: 'ends' }))
  it('plays what the person went to, to its end', () =>
    expect(stepAt({ ...two, asked: [60, 475] }, 100)).toEqual({ kind: 'plays', untilSeconds: 475 }))
  it('goes round where a chapter is repeated', () => {
    const round: PlayedParts = { ...two, loop: [475, 500] }
    expect(stepAt(round, 490)).toEqual({ kind: 'plays', untilSeconds: 500 })
    expect(stepAt(round, 500)).toEqual({ kind: 'goes', toSeconds: 475 })
  })
})

describe('where playing begins', () => {
  const two = parts([60, 100], [475, 600])
  it.each([
    [80, 80],
    [0, 60],
    [100, 475],
    [700, 60],
  ])('at %d is %d', (at, from) => expect(entryAt(two, at)).toBe(from))
  it('is nowhere when nothing plays', () => expect(entryAt(parts(), 5)).toBeNull())
})

describe('so many seconds of what plays', () => {
  const two = parts([0, 60], [475, 600]).parts
  it.each([
    [10, 20, 30],
    [50, 30, 495],
    [480, -15, 50],
    [480, -100, -35],
    [550, 100, 650],
    [100, 30, 130],
  ])('from %d, %d of them, lead to %d', (from, by, to) => expect(moved(two, from, by)).toBe(to))
})

it('counts what is left to play', () =>
  expect(leftAfter([...parts([0, 60], [475, end]).parts], 50, 500)).toBe(35))

/** What is played from a moment on, each stretch to the end it was to be left at; a timer comes as late as `late` says. */
function playThrough(played: PlayedParts, from: number, late: readonly number[]): [number, number][] {
  const heard: [number, number][] = []
  let seconds = from
  for (let steps = 0; seconds < 20_000 && steps < 200; steps += 1) {
    const step = stepAt(played, seconds)
    if (step.kind === 'ends') break
    if (step.kind === 'plays') heard.push([seconds, step.untilSeconds])
    seconds =
      step.kind === 'goes'
        ? step.toSeconds
        : Math.max(seconds, step.untilSeconds + (late[steps % late.length] ?? 0))
  }
  return heard
}

/** Whether all of it is in one of the parts; a clock may stand a moment before that. */
function isOpen(open: PlayedParts['parts'], from: number, to: number): boolean {
  return open.some(([begin, stop]) => from + 0.05 >= begin && to <= stop)
}

/** Chapters in order, which of them play, and where the person goes to. */
const anyPlay = fc
  .record({
    gaps: fc.array(fc.oneof(fc.integer({ min: 0, max: 300 }), fc.double({ min: 0, max: 2, noNaN: true })), {
      maxLength: 30,
    }),
    plays: fc.array(fc.boolean(), { minLength: 31, maxLength: 31 }),
    from: fc.double({ min: 0, max: 4000, noNaN: true }),
    asks: fc.boolean(),
    /** How late a timer comes, in seconds of audio. */
    late: fc.array(fc.double({ min: -0.02, max: 0.25, noNaN: true }), { minLength: 1, maxLength: 10 }),
  })
  .map(({ gaps, plays, ...others }) => {
    let seconds = 0
    const chapters = gaps.map((gap) => {
      seconds += gap
      return { startSeconds: seconds }
    })
    return { chapters, playsOne: (index: number) => plays[index + 1] === true, ...others }
  })

describe('any chapters, any of them skipped', () => {
  it('never play a skipped one longer than a timer is late, go only forwards, and end', () => {
    fc.assert(
      fc.property(anyPlay, ({ chapters, playsOne, from, asks, late }) => {
        const all = partsOf(chapters, playsOne)
        const index = chapters.findLastIndex(({ startSeconds }) => startSeconds <= from)
        const asked = asks && !playsAt(all, from) ? stretchOf(chapters, index) : null
        const heard = playThrough({ parts: all, asked, loop: null }, from, late)
        const open = asked === null ? all : [...all, asked]
        expect(heard.length).toBeLessThan(2 * chapters.length + 4)
        expect(heard.every(([begin, stop]) => isOpen(open, begin, stop))).toBe(true)
        expect(heard.every(([begin], at) => begin >= (heard[at - 1]?.[0] ?? from))).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  it('begin where something plays, if anything does', () => {
    fc.assert(
      fc.property(anyPlay, ({ chapters, playsOne, from }) => {
        const all = partsOf(chapters, playsOne)
        const entry = entryAt({ parts: all, asked: null, loop: null }, from)
        if (all.length === 0) expect(entry).toBeNull()
        else {
          const stays = entry === from && playsAt(all, from)
          expect(stays || all.some(([begin]) => begin === entry)).toBe(true)
        }
      }),
    )
  })

  it('play each moment of a chapter that plays, and none of one that does not', () => {
    fc.assert(
      fc.property(anyPlay, ({ chapters, playsOne, from }) => {
        const index = chapters.findLastIndex(({ startSeconds }) => startSeconds <= from)
        const isPart = partsOf(chapters, playsOne).some(([begin, stop]) => from >= begin && from < stop)
        expect(isPart).toBe(playsOne(index))
      }),
    )
  })
})
