import fc from 'fast-check'
import { expect, test } from 'vitest'
import { barSegments } from '../../../renderer/player/bar-segments.ts'
import { chapterIndexAt } from '../../../renderer/player/chapters.ts'
import { chaptersOnAudio, nearestChapter, toAudio, toResource } from '../../../renderer/player/timeline.ts'
import type { Chapter } from '../../../shared/models/episode.ts'

const seconds = fc.integer({ min: 0, max: 7200 })
const offset = fc.integer({ min: -900, max: 900 })
const chapters: fc.Arbitrary<Chapter[]> = fc
  .uniqueArray(seconds, { minLength: 1, maxLength: 12 })
  .map((starts) =>
    starts
      .toSorted((one, other) => one - other)
      .map((startSeconds) => ({ startSeconds, title: `At ${startSeconds}`, description: '' })),
  )

test('what is told on one clock comes back from the other, where that has begun', () => {
  fc.assert(
    fc.property(seconds, offset, (moment, by) => {
      if (moment + by >= 0) expect(toResource(toAudio(moment, by), by)).toBe(moment)
      if (moment - by >= 0) expect(toAudio(toResource(moment, by), by)).toBe(moment)
    }),
  )
})

test('nothing is before the beginning of either clock', () => {
  fc.assert(
    fc.property(seconds, offset, (moment, by) => {
      expect(toAudio(moment, by)).toBeGreaterThanOrEqual(0)
      expect(toResource(moment, by)).toBeGreaterThanOrEqual(0)
    }),
  )
})

test('a note stays in the chapter that it was made in, however often the offset changes afterwards', () => {
  fc.assert(
    fc.property(
      chapters,
      seconds,
      offset,
      fc.array(offset, { maxLength: 5 }),
      (given, position, by, later) => {
        // What is made before the episode begins is told at its beginning, the one case that gives way.
        fc.pre(position >= by)
        const stored = toResource(position, by)
        const madeIn = chapterIndexAt(chaptersOnAudio(given, by), position)
        for (const now of later.filter((each) => stored + each >= 0)) {
          expect(chapterIndexAt(chaptersOnAudio(given, now), toAudio(stored, now))).toBe(madeIn)
        }
      },
    ),
  )
})

test('a note made in an advert before the episode begins stands where the episode begins', () => {
  expect(toResource(12, 30)).toBe(0)
  expect(toAudio(toResource(12, 30), 30)).toBe(30)
})

test('once a chapter is said to start now, it starts there, and is the nearest', () => {
  fc.assert(
    fc.property(chapters, seconds, offset, (given, position, by) => {
      const nearest = nearestChapter(given, position, by)
      if (nearest === null) throw new Error('there is one')
      const now = position - nearest.startSeconds
      expect(toAudio(nearest.startSeconds, now)).toBe(position)
      expect(nearestChapter(given, position, now)?.startSeconds).toBe(nearest.startSeconds)
      for (const { startSeconds } of given) {
        expect(Math.abs(toAudio(startSeconds, by) - position)).toBeGreaterThanOrEqual(
          Math.abs(toAudio(nearest.startSeconds, by) - position),
        )
      }
    }),
  )
})

test('shifted chapters keep their order, and cover the bar without a gap', () => {
  fc.assert(
    fc.property(chapters, offset, fc.integer({ min: 1, max: 9000 }), (given, by, durationSeconds) => {
      const shifted = chaptersOnAudio(given, by)
      expect(shifted.map(({ title }) => title)).toEqual(given.map(({ title }) => title))
      const segments = barSegments(shifted, durationSeconds)
      expect(segments[0]?.from).toBe(0)
      expect(segments.at(-1)?.to).toBe(1)
      segments.forEach((segment, index) => {
        if (index > 0) expect(segment.from).toBe(segments[index - 1]?.to)
        expect(segment.to).toBeGreaterThan(segment.from)
      })
    }),
  )
})

test('nothing is nearest where there are no chapters', () => {
  expect(nearestChapter([], 10, 0)).toBeNull()
})
