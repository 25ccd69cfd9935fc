import { describe, expect, test } from 'vitest'
import { downloadedFraction, downloadWords } from '../../../renderer/downloads/download-words.ts'
import type { Download } from '../../../shared/models/download.ts'

const running: Download = {
  episodeId: 'night/a',
  title: 'Queues',
  state: 'running',
  receivedBytes: 21_000_000,
  totalBytes: 50_000_000,
  problem: null,
  createdAt: '2026-03-04T10:00:00.000Z',
  askedBy: 'person',
  bytesPerSecond: null,
}

describe('how a download stands', () => {
  test('tells how much of what is there', () => {
    expect(downloadWords(running)).toBe('42 % of 50 MB')
    expect(downloadedFraction(running)).toBeCloseTo(0.42)
  })

  test('tells what arrived when the whole size is not known', () => {
    const unknown = { ...running, totalBytes: null, bytesPerSecond: 1_000_000 }
    expect(downloadWords(unknown)).toBe('21 MB so far · 1.0 MB/s')
    expect(downloadedFraction(unknown)).toBeNull()
  })

  test('never says 100 % before it is complete, nor more than all of it', () => {
    expect(downloadWords({ ...running, receivedBytes: 49_999_999 })).toContain('99 %')
    expect(downloadWords({ ...running, receivedBytes: 50_000_000 })).toContain('99 %')
    expect(downloadedFraction({ ...running, receivedBytes: 60_000_000 })).toBe(1)
  })

  test('gives the reason of a failure', () => {
    const failed = { ...running, state: 'failed' as const, problem: 'The disk is full.' }
    expect(downloadWords(failed)).toBe('The disk is full.')
    expect(downloadWords({ ...failed, problem: null })).not.toBe('')
  })

  test('tells how far one is that was paused, or why it cannot go on there', () => {
    const paused = { ...running, state: 'paused' as const }
    expect(downloadWords(paused)).toBe('Paused · 42 % of 50 MB')
    expect(downloadWords({ ...paused, receivedBytes: 0 })).toBe('Paused')
    expect(downloadWords({ ...paused, receivedBytes: 0, problem: 'It begins anew.' })).toBe('It begins anew.')
  })
})

test.each([
  [20_000_000, '42 % of 50 MB · 20 MB/s · a few seconds left'],
  [1_000_000, '42 % of 50 MB · 1.0 MB/s · 30 seconds left'],
  [400_000, '42 % of 50 MB · 400 kB/s · 1 minute left'],
  [100_000, '42 % of 50 MB · 100 kB/s · 5 minutes left'],
  [6_000, '42 % of 50 MB · 6.0 kB/s · 1 h 21 min left'],
  [100, '42 % of 50 MB · 100 B/s · more than a day left'],
  [0, '42 % of 50 MB · nothing arrives just now'],
])('at %i bytes a second it says “%s”', (bytesPerSecond, words) => {
  expect(downloadWords({ ...running, bytesPerSecond })).toBe(words)
})
