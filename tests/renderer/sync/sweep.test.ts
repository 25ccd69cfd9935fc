import { expect, test } from 'vitest'
import { newSync } from '../../../renderer/db/syncs.ts'
import { interruptedSweepAt, isSweepDue } from '../../../renderer/sync/sweep.ts'

const nowMs = Date.parse('2026-03-20T00:00:00.000Z')
const dayMs = 24 * 3_600_000
const read = { ...newSync('night'), path: 'api', updatedSince: '2026-03-01T00:00:00.000Z' } as const
const sweptBefore = (days: number) => ({
  ...read,
  lastSweptAt: new Date(nowMs - days * dayMs).toISOString(),
})

test('is due after a week at the latest, and never after less than five days', () => {
  expect(isSweepDue(sweptBefore(7), nowMs)).toBe(true)
  for (let minute = 0; minute < 50; minute += 1) {
    expect(isSweepDue(sweptBefore(5 - minute / 1440), nowMs)).toBe(false)
  }
})

test('podcasts that were swept together are not all due together again', () => {
  const due = Array.from({ length: 100 }, (_, index) =>
    isSweepDue({ ...sweptBefore(6.1), podcastSlug: `podcast-${index}` }, nowMs),
  )
  expect(due).toContain(true)
  expect(due).toContain(false)
})

test('is due at once where one was asked for, and where a read podcast was never swept', () => {
  expect(isSweepDue({ ...sweptBefore(1), sweeping: true }, nowMs)).toBe(true)
  expect(isSweepDue(read, nowMs)).toBe(true)
})

test('a podcast of which nothing is known needs none, nor one whose every pass lists everything', () => {
  expect(isSweepDue(newSync('night'), nowMs)).toBe(false)
  expect(isSweepDue({ ...sweptBefore(30), path: 'markdown-list' }, nowMs)).toBe(false)
  expect(isSweepDue({ ...sweptBefore(30), path: 'guide' }, nowMs)).toBe(false)
})

test('one that was interrupted is due again after a day, not at once', () => {
  const interrupted = { ...read, lastSweptAt: interruptedSweepAt(nowMs) }
  expect(isSweepDue(interrupted, nowMs)).toBe(false)
  expect(isSweepDue(interrupted, nowMs + 3 * dayMs)).toBe(true)
})

test('a sweep in the future stems from before the clock was set back', () => {
  expect(isSweepDue(sweptBefore(-3), nowMs)).toBe(true)
})
