import { describe, expect, test } from 'vitest'
import type { ListeningRow } from '../../../renderer/db/rows.ts'
import { episodeFacts } from '../../../renderer/library/episode-facts.ts'
import { type HeardParts, nothingHeard } from '../../../shared/heard/heard-parts.ts'
import type { Interval } from '../../../shared/heard/intervals.ts'
import { makeEpisodeRow } from './episode-row.ts'

const now = new Date(2026, 10, 22)
const row = makeEpisodeRow('queues', { title: 'Queues that never drain' })

function durationOf(durationSeconds: number): ListeningRow {
  return { episodeId: row.id, positionSeconds: 0, durationSeconds, heardAtMs: 0, finishedAt: null }
}

function partsOf(...intervals: Interval[]): HeardParts {
  return { intervals, finishedAt: null }
}

describe('an episode’s facts', () => {
  test('are its date and length, and are read out after its title', () => {
    expect(episodeFacts(row, undefined, nothingHeard, now)).toEqual({
      date: '4 Mar',
      length: '45:40',
      progress: null,
      withdrawn: false,
      spoken: 'Queues that never drain, Night Shift, 4 March 2026, 45 minutes 40 seconds',
    })
  })

  test('name the year when it is not this one', () => {
    expect(episodeFacts(row, undefined, nothingHeard, new Date(2027, 0, 1)).date).toBe('4 Mar 2026')
  })

  test('leave out what the service did not tell', () => {
    const bare = makeEpisodeRow('bare', { publishedAtMs: 0, durationSeconds: null })
    expect(episodeFacts(bare, undefined, nothingHeard, now)).toEqual({
      date: null,
      length: null,
      progress: null,
      withdrawn: false,
      spoken: 'bare, Night Shift',
    })
  })

  test('show how much of it was heard, by the audio’s own length once that is known', () => {
    const facts = episodeFacts(row, durationOf(1000), partsOf([400, 900]), now)
    expect(facts.progress).toBe(0.5)
    expect(facts.length).toBe('16:40')
    expect(facts.spoken).toMatch(/, 50 % heard$/)
  })

  test('say “Heard” once its end was reached, however much was skipped, and once nearly all of it was heard', () => {
    const skipped = { ...partsOf([0, 500]), finishedAt: '2026-11-21T00:00:00.000Z' }
    for (const parts of [skipped, partsOf([0, 955])]) {
      const facts = episodeFacts(row, durationOf(1000), parts, now)
      expect(facts.length).toBe('Heard')
      expect(facts.progress).toBeNull()
      expect(facts.spoken).toMatch(/, heard$/)
    }
    expect(episodeFacts(row, durationOf(1000), partsOf([0, 945]), now).length).toBe('16:40')
  })

  test('show nothing of an episode that was only opened', () => {
    expect(episodeFacts(row, undefined, partsOf([0, 2]), now).progress).toBeNull()
  })

  test('say of one that the service has no more that it was withdrawn, after its title and podcast', () => {
    const facts = episodeFacts(
      { ...row, withdrawnAt: '2026-11-20T00:00:00.000Z' },
      undefined,
      nothingHeard,
      now,
    )
    expect(facts.withdrawn).toBe(true)
    expect(facts.spoken).toMatch(/^Queues that never drain, Night Shift, withdrawn, /)
  })
})
