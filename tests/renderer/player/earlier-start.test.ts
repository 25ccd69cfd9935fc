import { expect, test } from 'vitest'
import { earlierStart } from '../../../renderer/player/earlier-start.ts'

const minute = 60_000
const hour = 60 * minute
const chapters = [60, 475].map((startSeconds) => ({ startSeconds, title: '', description: '' }))

test('goes back the more, the longer the pause was', () => {
  const backAfter = (pausedMs: number) => 300 - earlierStart(300, chapters, pausedMs)
  expect([0, 2 * minute - 1, 2 * minute, hour - 1, hour, 24 * hour - 1, 24 * hour].map(backAfter)).toEqual([
    0, 0, 5, 5, 10, 10, 20,
  ])
})

test('does not go back into the chapter before, nor before the beginning', () => {
  expect(earlierStart(480, chapters, 48 * hour)).toBe(475)
  expect(earlierStart(475, chapters, 48 * hour)).toBe(475)
  expect(earlierStart(12, chapters, 48 * hour)).toBe(0)
  expect(earlierStart(12, [], 48 * hour)).toBe(0)
})

test('does not go forward or back by a clock that was set back', () => {
  expect(earlierStart(300, chapters, -48 * hour)).toBe(300)
})
