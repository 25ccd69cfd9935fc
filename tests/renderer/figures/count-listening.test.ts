import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { byPodcast, byTopic, countListening } from '../../../renderer/figures/count-listening.ts'
import { bucketsOf, periods } from '../../../renderer/figures/periods.ts'
import type { PlayedSitting } from '../../../shared/models/heard.ts'
import type { EpisodeId } from '../../../shared/models/identity.ts'

const today = new Date(2026, 2, 29, 12)

function sitting(
  day: string,
  intervals: [number, number][],
  episodeId: EpisodeId = 'night/a',
): PlayedSitting {
  const at = '2026-03-01T08:00:00.000Z'
  const spentSeconds = intervals.reduce((sum, [from, to]) => sum + (to - from) / 2, 0)
  const id = '0195a000-0000-7000-8000-000000000001'
  return {
    id,
    how: 'played',
    episodeId,
    day,
    intervals,
    spentSeconds,
    endSeconds: 0,
    createdAt: at,
    updatedAt: at,
  }
}

describe('listening', () => {
  test('counts a stretch once a day, on however many computers, and again on another day', () => {
    const listening = countListening(
      [
        sitting('2026-03-28', [[0, 100]]),
        sitting('2026-03-28', [[50, 120]]),
        sitting('2026-03-29', [[0, 10]]),
        sitting('2026-01-01', [[0, 900]]),
      ],
      bucketsOf('days', today),
    )
    expect(listening.heardSeconds).toBe(130)
    expect(listening.spentSeconds).toBe(90)
    expect(listening.days).toBe(2)
    expect(listening.bars.slice(-2).map(({ seconds }) => seconds)).toEqual([120, 10])
    expect([...listening.byEpisode]).toEqual([['night/a', 130]])
  })

  test('is shared out by podcast, and whole to each topic', () => {
    const { byEpisode } = countListening(
      [
        sitting('2026-03-28', [[0, 100]], 'night/a'),
        sitting('2026-03-28', [[0, 50]], 'night/b'),
        sitting('2026-03-28', [[0, 70]], 'gone/c'),
      ],
      bucketsOf('weeks', today),
    )
    const episodes = [
      { id: 'night/a' as const, podcastTitle: 'Night Shift', topics: ['Queues', 'Clocks'] },
      { id: 'night/b' as const, podcastTitle: 'Night Shift', topics: ['Queues'] },
    ]
    expect(byPodcast(byEpisode, episodes)).toEqual([
      { name: 'Night Shift', seconds: 150 },
      { name: 'gone', seconds: 70 },
    ])
    expect(byTopic(byEpisode, episodes)).toEqual([
      { name: 'Queues', seconds: 150 },
      { name: 'Clocks', seconds: 100 },
    ])
  })
})

test('whatever the day, a period ends today and its parts follow each other day by day', () => {
  const anyDay = fc.date({ min: new Date(2000, 0, 1), max: new Date(2099, 11, 31), noInvalidDate: true })
  fc.assert(
    fc.property(anyDay, fc.constantFrom(...periods), (date, period) => {
      const buckets = bucketsOf(period, date)
      const day = `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`
      expect(buckets).toHaveLength(period === 'days' ? 30 : 12)
      expect((buckets.at(-1)?.firstDay ?? '') <= day && day <= (buckets.at(-1)?.lastDay ?? '')).toBe(true)
      for (const [index, { firstDay }] of buckets.slice(1).entries()) {
        const before = Date.parse(`${buckets[index]?.lastDay}T00:00:00Z`)
        expect(Date.parse(`${firstDay}T00:00:00Z`) - before).toBe(24 * 3_600_000)
      }
    }),
  )
})
