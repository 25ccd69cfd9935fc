import { expect, test } from 'vitest'
import {
  checkedText,
  newsText,
  nextSentence,
  scheduleLine,
} from '../../../renderer/podcasts/schedule-words.ts'
import type { NextLook } from '../../../shared/models/schedule.ts'

const minute = 60_000
const hour = 60 * minute
/** In the time zone of the machine, as a person reads it. */
const at = (day: number, hours: number, minutes: number, month = 3) =>
  new Date(2026, month - 1, day, hours, minutes).getTime()
const now = at(10, 13, 45)

const line = (lastCheckedAtMs: number | null, next: NextLook) =>
  scheduleLine({ lastCheckedAtMs, everyMs: 2 * hour, next }, now)
const sentence = (next: NextLook, everyMs = 2 * hour) =>
  nextSentence({ lastCheckedAtMs: null, everyMs, next }, now)

test('says when a podcast was checked and when it is next', () => {
  const next = { kind: 'at', atMs: at(10, 14, 10) } as const
  expect(line(now - 5 * minute, next)).toBe('Checked 5 minutes ago, next at 14:10')
  expect(line(now - 20_000, next)).toBe('Checked just now, next at 14:10')
  expect(line(now - hour, next)).toBe('Checked 1 hour ago, next at 14:10')
  expect(line(at(2, 9, 0), next)).toBe('Checked on 2 March, next at 14:10')
  expect(line(null, { kind: 'now' })).toBe('Not checked yet, next now')
})

test('another day is named', () => {
  expect(line(null, { kind: 'at', atMs: at(11, 2, 5) })).toBe('Not checked yet, next tomorrow at 02:05')
  expect(sentence({ kind: 'at', atMs: at(11, 2, 5) })).toBe('Tomorrow at 02:05, then about every 2 hours')
  expect(line(null, { kind: 'at', atMs: at(12, 2, 5) })).toBe('Not checked yet, next on Thursday at 02:05')
})

test('says why a podcast waits', () => {
  expect(sentence({ kind: 'held', untilMs: at(10, 14, 10) })).toBe(
    'At 14:10: the service asked to be left alone until then',
  )
  expect(sentence({ kind: 'service-troubled', atMs: at(10, 14, 10) })).toBe(
    'At 14:10: the service has trouble of its own',
  )
  expect(sentence({ kind: 'unreachable' })).toBe('As soon as the service can be reached')
  expect(line(null, { kind: 'held', untilMs: at(10, 14, 10) })).toBe(
    'Not checked yet, next at 14:10, as the service asked',
  )
})

test('says about how often', () => {
  const next = { kind: 'at', atMs: at(10, 14, 10) } as const
  expect(sentence(next, 15 * minute)).toBe('At 14:10, then about every 15 minutes')
  expect(sentence(next, hour)).toBe('At 14:10, then about every hour')
  expect(sentence(next, 24 * hour)).toBe('At 14:10, then about every day')
})

test('the guide is on this computer and waits for nothing', () => {
  expect(line(now, { kind: 'on-this-computer' })).toBe('Checked just now')
  expect(sentence({ kind: 'on-this-computer' })).toBeNull()
})

test('says since when there was nothing new', () => {
  const iso = (ms: number) => new Date(ms).toISOString()
  expect(newsText(null, now)).toBeNull()
  expect(newsText(iso(now - 5 * minute), now)).toBe('Something new came 5 minutes ago')
  expect(newsText(iso(at(10, 8, 0)), now)).toBe('Nothing new since 08:00')
  expect(newsText(iso(at(3, 8, 0)), now)).toBe('Nothing new since 3 March')
  expect(newsText(iso(at(3, 8, 0) - 365 * 24 * hour), now)).toBe('Nothing new since 3 March 2025')
})

test('says when it was checked in a sentence of its own', () => {
  expect(checkedText(null, now)).toBe('Not yet')
  expect(checkedText(now, now)).toBe('Just now')
  expect(checkedText(at(2, 9, 0), now)).toBe('On 2 March')
})
