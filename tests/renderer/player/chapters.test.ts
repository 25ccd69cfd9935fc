import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  chapterIndexAt,
  chapterSpans,
  nextChapterStart,
  previousChapterStart,
} from '../../../renderer/player/chapters.ts'
import type { Chapter } from '../../../shared/models/episode.ts'

function chaptersAt(...starts: number[]): Chapter[] {
  return starts.map((startSeconds) => ({ startSeconds, title: `From ${startSeconds}`, description: '' }))
}

const anyStarts = fc
  .array(fc.integer({ min: 0, max: 5000 }), { maxLength: 60 })
  .map((starts) => starts.toSorted((one, other) => one - other))
const anySeconds = fc.double({ min: 0, max: 6000, noNaN: true })

describe('the playing chapter', () => {
  it('is the last one that has begun', () => {
    fc.assert(
      fc.property(anyStarts, anySeconds, (starts, seconds) => {
        const expected = starts.findLastIndex((start) => start <= seconds)
        expect(chapterIndexAt(chaptersAt(...starts), seconds)).toBe(expected)
      }),
    )
  })

  it('begins with its very second', () => {
    const chapters = chaptersAt(60, 475)
    expect(chapterIndexAt(chapters, 59.9)).toBe(-1)
    expect(chapterIndexAt(chapters, 60)).toBe(0)
    expect(chapterIndexAt(chapters, 475)).toBe(1)
  })
})

describe('next chapter', () => {
  it('walks through every distinct start, in order, and then stops', () => {
    fc.assert(
      fc.property(anyStarts, (starts) => {
        const chapters = chaptersAt(...starts)
        const visited: number[] = []
        let seconds: number | null = nextChapterStart(chapters, -1)
        while (seconds !== null) {
          visited.push(seconds)
          seconds = nextChapterStart(chapters, seconds)
        }
        expect(visited).toEqual([...new Set(starts)])
      }),
    )
  })
})

describe('previous chapter', () => {
  const chapters = chaptersAt(60, 475, 1280)

  it('goes to the start of the playing one', () => {
    expect(previousChapterStart(chapters, 1400)).toBe(1280)
    expect(previousChapterStart(chapters, 478.5)).toBe(475)
  })

  it('goes one further back from the first seconds of one', () => {
    expect(previousChapterStart(chapters, 478)).toBe(60)
    expect(previousChapterStart(chapters, 1280)).toBe(475)
  })

  it('goes to the beginning from the first chapter and from before it', () => {
    expect(previousChapterStart(chapters, 61)).toBe(0)
    expect(previousChapterStart(chapters, 30)).toBe(0)
    expect(previousChapterStart([], 30)).toBe(0)
  })

  it('pressed again and again reaches the beginning from anywhere', () => {
    fc.assert(
      fc.property(anyStarts, anySeconds, (starts, from) => {
        let seconds = from
        for (let press = 0; press <= starts.length; press += 1) {
          const before = seconds
          seconds = previousChapterStart(chaptersAt(...starts), seconds)
          expect(seconds).toBeLessThanOrEqual(before)
        }
        expect(seconds).toBe(0)
      }),
    )
  })
})

describe('spans', () => {
  it('end where the next begins, the last with the audio, and none is negative', () => {
    fc.assert(
      fc.property(anyStarts, anySeconds, (starts, duration) => {
        const spans = chapterSpans(chaptersAt(...starts), duration)
        for (const [index, span] of spans.entries()) {
          const next = spans[index + 1]
          expect(span.endSeconds).toBe(next?.startSeconds ?? Math.max(span.startSeconds, duration))
          expect(span.endSeconds ?? 0).toBeGreaterThanOrEqual(span.startSeconds)
        }
      }),
    )
  })

  it('have no end to the last while the duration is unknown', () => {
    expect(chapterSpans(chaptersAt(0, 10), null).map((span) => span.endSeconds)).toEqual([10, null])
  })
})
