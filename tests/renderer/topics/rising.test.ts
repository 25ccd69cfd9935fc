import { describe, expect, test } from 'vitest'
import { countingRising } from '../../../renderer/topics/rising.ts'
import { topicNames } from '../../../shared/topics/topic-names.ts'
import { makeEpisodeRow } from '../library/episode-row.ts'
import { allSteps, makeLibrary } from '../library/made-library.ts'

const untilMs = Date.UTC(2026, 10, 30)
const dayMs = 86_400_000

/** So many episodes with these topics, that many days ago. */
function episodes(count: number, daysAgo: number, topics: string[]) {
  return Array.from({ length: count }, (_, at) =>
    makeEpisodeRow(`${topics.join('-')}-${daysAgo}-${at}`, {
      publishedAtMs: untilMs - daysAgo * dayMs,
      topics,
    }),
  )
}

const rows = [
  ...episodes(10, 30, ['Agents']),
  ...episodes(1, 200, ['Agents']),
  ...episodes(20, 30, ['DevOps']),
  ...episodes(60, 200, ['DevOps']),
  ...episodes(3, 10, ['Once']),
  ...episodes(9, 460, ['Agents']),
  ...episodes(9, -1, ['Tomorrow']),
  makeEpisodeRow('undated', { publishedAtMs: 0, topics: ['Agents'] }),
]

function rising(given = rows, names = topicNames([])) {
  return allSteps(countingRising(untilMs)(makeLibrary(given, names)))
}

describe('a topic rises', () => {
  test('when its share of the last 90 days is well above that of the year before', () => {
    expect(rising()).toEqual({ topics: [{ topic: 'Agents', recent: 10, before: 1 }], recent: 33, before: 61 })
  })

  test('not by three episodes, nor where there is too little to compare with', () => {
    expect(rising().topics.map(({ topic }) => topic)).not.toContain('Once')
    expect(rising([...episodes(30, 30, ['Agents']), ...episodes(19, 200, ['DevOps'])]).topics).toEqual([])
  })

  test('under the name that it goes by, and not while it is hidden', () => {
    const joined = [{ topic: 'Agents', shownAs: 'AI agents', hidden: false }]
    expect(rising(rows, topicNames(joined)).topics).toEqual([{ topic: 'AI agents', recent: 10, before: 1 }])
    expect(rising(rows, topicNames([{ topic: 'Agents', shownAs: null, hidden: true }])).topics).toEqual([])
  })
})
