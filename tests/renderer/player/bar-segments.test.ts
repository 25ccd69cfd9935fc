import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { barSegments } from '../../../renderer/player/bar-segments.ts'
import type { Chapter } from '../../../shared/models/episode.ts'

function chaptersAt(...starts: number[]): Chapter[] {
  return starts.map((startSeconds) => ({ startSeconds, title: `From ${startSeconds}`, description: '' }))
}

describe('segments of the seek bar', () => {
  it('are one for an episode without chapters', () => {
    expect(barSegments([], 100)).toEqual([{ from: 0, to: 1, startSeconds: 0, chapter: null, index: -1 }])
  })

  it('have an unnamed one before a first chapter that begins later', () => {
    const [lead, first] = barSegments(chaptersAt(25, 50), 100)
    expect(lead).toEqual({ from: 0, to: 0.25, startSeconds: 0, chapter: null, index: -1 })
    expect(first?.chapter?.title).toBe('From 25')
  })

  it('cover the bar without gap or overlap, each wider than nothing, with starts that differ', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 5000 }), { maxLength: 80 }),
        fc.integer({ min: 1, max: 4000 }),
        (starts, duration) => {
          const chapters = chaptersAt(...starts.toSorted((one, other) => one - other))
          const segments = barSegments(chapters, duration)
          expect(segments[0]?.from).toBe(0)
          expect(segments.at(-1)?.to).toBe(1)
          for (const [index, segment] of segments.entries()) {
            expect(segment.to).toBeGreaterThan(segment.from)
            expect(segments[index + 1]?.from ?? 1).toBe(segment.to)
          }
          expect(new Set(segments.map((segment) => segment.startSeconds)).size).toBe(segments.length)
        },
      ),
    )
  })
})
