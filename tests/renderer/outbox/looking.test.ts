import { expect, test } from 'vitest'
import { firstLookAtMs, nextLookAtMs } from '../../../renderer/outbox/looking.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs
const startMs = Date.UTC(2026, 2, 10)
const middle = () => 0.5

/** Every look from the acceptance on, in milliseconds after it. */
function looksUntilTheEnd(random: () => number): number[] {
  const looks: number[] = []
  let atMs: number | null = firstLookAtMs(startMs, random)
  while (atMs !== null) {
    looks.push(atMs - startMs)
    atMs = nextLookAtMs({ sinceMs: startMs, looks: looks.length - 1 }, atMs, random)
  }
  return looks
}

const pausesOf = (looks: readonly number[]): number[] =>
  looks.map((atMs, index) => atMs - (looks[index - 1] ?? 0))

test('looks after five minutes, then ever less often, and every six hours in the end', () => {
  const pauses = pausesOf(looksUntilTheEnd(middle))
  expect(pauses.slice(0, 4).map((pause) => pause / minuteMs)).toEqual([5, 7.5, 11.25, 16.875])
  expect(pauses.slice(12, -1).every((pause) => pause === 6 * hourMs)).toBe(true)
})

test.each([() => 0, middle, () => 1])('the last look falls on the end of two weeks', (random) => {
  const looks = looksUntilTheEnd(random)
  expect(looks.at(-1)).toBe(14 * dayMs)
  expect(looks.length).toBeLessThan(80)
})

test('no two that asked together look together', () => {
  expect(firstLookAtMs(startMs, () => 0) - startMs).toBe(4.5 * minuteMs)
  expect(firstLookAtMs(startMs, () => 1) - startMs).toBe(5.5 * minuteMs)
})

test('after weeks in which Earmark was not running it looks once, and then no more by itself', () => {
  expect(nextLookAtMs({ sinceMs: startMs, looks: 3 }, startMs + 30 * dayMs, middle)).toBeNull()
})

test('a clock that was set back does not make the two weeks longer', () => {
  const looking = { sinceMs: startMs + 100 * dayMs, looks: 40 }
  expect(nextLookAtMs(looking, startMs, middle)).toBe(startMs + 6 * hourMs)
})
