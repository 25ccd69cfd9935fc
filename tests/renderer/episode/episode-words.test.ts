import { describe, expect, test } from 'vitest'
import {
  playLabel,
  processingText,
  publishedText,
  resumeSeconds,
} from '../../../renderer/episode/episode-words.ts'
import { resumePosition } from '../../../renderer/player/resume.ts'

const listening = {
  episodeId: 'night/a',
  positionSeconds: 1372,
  durationSeconds: 2740,
  heardAtMs: 1,
  finishedAt: null,
} as const

describe('where Play begins', () => {
  test('goes on where the episode was left', () => {
    expect(resumeSeconds(listening)).toBe(1372)
  })

  test('begins at the start when it was hardly begun, or never', () => {
    expect(resumeSeconds({ ...listening, positionSeconds: 3 })).toBeNull()
    expect(resumeSeconds(null)).toBeNull()
  })

  test('begins anew after it was finished, and says so also of one left seconds before its end', () => {
    const finished = { ...listening, finishedAt: '2026-03-04T10:00:00.000Z' }
    expect(resumeSeconds({ ...finished, positionSeconds: 2740 })).toBeNull()
    expect(resumeSeconds({ ...finished, positionSeconds: 2737 })).toBeNull()
  })

  test('is what the player does, to the second', () => {
    for (const positionSeconds of [0, 3, 5, 1372, 2736, 2739.5, 2740]) {
      for (const finishedAt of [null, '2026-03-04T10:00:00.000Z']) {
        const left = { ...listening, positionSeconds, finishedAt }
        const played = resumePosition(left)
        expect(resumeSeconds(left)).toBe(played < 5 ? null : played)
      }
    }
  })
})

describe('the button that plays', () => {
  test('is always named by what it does to the episode', () => {
    expect(playLabel('still', null)).toEqual({ seen: 'Play', name: 'Play episode' })
    expect(playLabel('still', 1372)).toEqual({ seen: 'Play from 22:52', name: 'Play episode from 22:52' })
    expect(playLabel('playing', 1372)).toEqual({ seen: 'Pause', name: 'Pause episode' })
  })
})

describe('how far the service is with an episode', () => {
  const nothing = { summary: '', chapters: [], highlights: [] }

  test('needs no word when it is processed', () => {
    expect(processingText('processed', nothing)).toBeNull()
  })

  test('is told in the words of the service', () => {
    expect(processingText('awaiting_review', nothing)).toContain('“awaiting_review”')
    expect(processingText(' ', nothing)).toContain('does not say')
  })

  test('names the parts that are missing, and only those', () => {
    expect(processingText('queued', nothing)).toContain('no summary, chapters, or highlights yet')
    expect(processingText('queued', { ...nothing, summary: 'About.' })).toContain(
      'no chapters or highlights yet',
    )
    const whole = { summary: 'About.', chapters: [1], highlights: [1] }
    expect(processingText('queued', whole)).not.toContain('yet')
  })
})

test('a date that is not known is not made up', () => {
  expect(publishedText(0)).toBeNull()
  expect(publishedText(Date.UTC(2026, 2, 4, 12))).toBe('4 March 2026')
})
