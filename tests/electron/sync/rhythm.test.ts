import { expect, test } from 'vitest'
import { everyMsOf, publishingGapMs, withPublications } from '../../../electron/sync/rhythm.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
const now = Date.parse('2026-03-10T12:00:00Z')

/** Newest first, the newest half a gap ago. */
const published = (gapMs: number, count = 10) =>
  Array.from({ length: count }, (_, index) => now - gapMs / 2 - index * gapMs)

function everyOf(publishedAtMs: readonly number[]): number {
  return everyMsOf(publishingGapMs(publishedAtMs), publishedAtMs[0] ?? null, now)
}

test('how often a podcast is looked at follows how often it publishes, from 15 minutes to a day', () => {
  expect(everyOf(published(hour))).toBe(15 * minute)
  expect(everyOf(published(12 * hour))).toBe(30 * minute)
  expect(everyOf(published(day))).toBe(hour)
  expect(everyOf(published(7 * day))).toBe(7 * hour)
  expect(everyOf(published(90 * day))).toBe(day)
})

test('a podcast that fell silent is looked at less and less often', () => {
  const silentFor = (days: number) => everyMsOf(day, now - days * day, now)
  expect(silentFor(1)).toBe(hour)
  expect(silentFor(10)).toBe(5 * hour)
  expect(silentFor(100)).toBe(day)
})

test('one that comes back is looked at as often as before', () => {
  const before = published(day).map((instant) => instant - 60 * day)
  expect(everyOf(before)).toBe(day)
  expect(everyOf(withPublications(before, [now - hour], now))).toBe(hour)
})

test('a long holiday or an episode between two does not change the rhythm', () => {
  const weekly = published(7 * day, 9)
  const withHoliday = weekly.map((instant, index) => (index > 4 ? instant - 30 * day : instant))
  expect(publishingGapMs(withHoliday)).toBe(7 * day)
  expect(publishingGapMs(withPublications(weekly, [(weekly[0] ?? 0) - 2 * day], now))).toBe(7 * day)
})

test('a season that is published at one sitting is one publication', () => {
  const season = Array.from({ length: 10 }, (_, index) => now - day - index * minute)
  expect(withPublications([], season, now)).toEqual([now - day])
})

test('one episode alone tells by its age; without any, three hours are a beginning', () => {
  expect(everyOf([now - 4 * day])).toBe(2 * hour)
  expect(everyOf([])).toBe(3 * hour)
})

test('keeps the newest publications, in any order and once each, and none from the future', () => {
  const known = withPublications([], [now - 3 * day, now - day, now - 2 * day, 0], now)
  expect(known).toEqual([now - day, now - 2 * day, now - 3 * day])
  expect(withPublications(known, [now - day, now + day], now)).toEqual(known)
  expect(withPublications([], published(day, 50), now)).toHaveLength(12)
})
