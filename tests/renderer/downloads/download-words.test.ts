import { describe, expect, test } from 'vitest'
import { bytesText, downloadedFraction, downloadWords } from '../../../renderer/downloads/download-words.ts'
import type { Download } from '../../../shared/models/download.ts'

const running: Download = {
  episodeId: 'night/a',
  title: 'Queues',
  state: 'running',
  receivedBytes: 21_000_000,
  totalBytes: 50_000_000,
  problem: null,
  createdAt: '2026-03-04T10:00:00.000Z',
}

describe('how a download stands', () => {
  test('tells how much of what is there', () => {
    expect(downloadWords(running)).toBe('42 % of 50 MB')
    expect(downloadedFraction(running)).toBeCloseTo(0.42)
  })

  test('tells what arrived when the whole size is not known', () => {
    const unknown = { ...running, totalBytes: null }
    expect(downloadWords(unknown)).toBe('21 MB so far')
    expect(downloadedFraction(unknown)).toBeNull()
  })

  test('never says 100 % before it is complete, nor more than all of it', () => {
    expect(downloadWords({ ...running, receivedBytes: 49_999_999 })).toContain('99 %')
    expect(downloadedFraction({ ...running, receivedBytes: 60_000_000 })).toBe(1)
  })

  test('gives the reason of a failure', () => {
    const failed = { ...running, state: 'failed' as const, problem: 'The disk is full.' }
    expect(downloadWords(failed)).toBe('The disk is full.')
    expect(downloadWords({ ...failed, problem: null })).not.toBe('')
  })
})

test.each([
  [0, '0 B'],
  [999, '999 B'],
  [1000, '1.0 kB'],
  [9_960, '10 kB'],
  [999_600, '1.0 MB'],
  [52_300_000, '52 MB'],
  [1_240_000_000, '1.2 GB'],
])('%i bytes are written %s', (bytes, text) => {
  expect(bytesText(bytes)).toBe(text)
})
