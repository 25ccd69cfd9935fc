import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { EpisodeRow } from '../../../renderer/db/rows.ts'
import { filtering, type LibraryFilter } from '../../../renderer/library/filter-library.ts'
import { shownTopics, topicNames } from '../../../shared/topics/topic-names.ts'
import { makeEpisodeRow } from './episode-row.ts'
import { allSteps, changedLibrary, makeLibrary, rowsOf } from './made-library.ts'

const everything: LibraryFilter = { podcastSlug: null, topics: [], matching: 'all', query: '' }

const everyEpisode = () => null

const rows = [
  makeEpisodeRow('queues', {
    publishedAtMs: 4,
    title: 'Queues that never drain',
    topics: ['DevOps', 'Queues'],
  }),
  makeEpisodeRow('raft', {
    publishedAtMs: 3,
    title: 'Consensus by hand',
    topics: ['Consensus', 'DevOps'],
  }),
  makeEpisodeRow('cafe', {
    publishedAtMs: 2,
    title: 'Le café du dimanche',
    podcastSlug: 'on-call',
    podcastTitle: 'On Call',
    topics: ['Consensus'],
  }),
  makeEpisodeRow('plain', {
    publishedAtMs: 1,
    title: 'Nothing in particular',
    podcastSlug: 'on-call',
    podcastTitle: 'On Call',
  }),
]
const library = makeLibrary(rows)

function filtered(filter: Partial<LibraryFilter>) {
  return allSteps(filtering({ ...everything, ...filter })(library, everyEpisode))
}

function slugs(filter: Partial<LibraryFilter>): string[] {
  return rowsOf(filtered(filter).rows).map(({ id }) => id.split('/')[1] ?? '')
}

describe('episodes', () => {
  test('without a filter are all there, in their order', () => {
    expect(slugs({})).toEqual(['queues', 'raft', 'cafe', 'plain'])
  })

  test('have all of the chosen topics, or any of them', () => {
    expect(slugs({ topics: ['DevOps', 'Consensus'] })).toEqual(['raft'])
    expect(slugs({ topics: ['DevOps', 'Consensus'], matching: 'any' })).toEqual(['queues', 'raft', 'cafe'])
  })

  test('are none when a chosen topic has left the library, unless any will do', () => {
    expect(slugs({ topics: ['DevOps', 'Gone'] })).toEqual([])
    expect(slugs({ topics: ['DevOps', 'Gone'], matching: 'any' })).toEqual(['queues', 'raft'])
  })

  test('can be those of one podcast, and its total counts only them', () => {
    expect(slugs({ podcastSlug: 'on-call' })).toEqual(['cafe', 'plain'])
    expect(filtered({ podcastSlug: 'on-call', topics: ['Consensus'] }).total).toBe(2)
  })
})

describe('counts of topics', () => {
  test('tell how many episodes would stay if one more were chosen', () => {
    const { counts } = filtered({ topics: ['DevOps'] })
    expect(Object.fromEntries(counts)).toEqual({ DevOps: 2, Queues: 1, Consensus: 1 })
    for (const [topic, count] of counts) {
      expect(slugs({ topics: [...new Set(['DevOps', topic])] })).toHaveLength(count)
    }
  })

  test('tell for any of them how many each one brings', () => {
    const { counts } = filtered({ topics: ['Queues'], matching: 'any' })
    expect(Object.fromEntries(counts)).toEqual({ DevOps: 2, Queues: 1, Consensus: 2 })
  })

  test('follow topics and podcast, while the totals follow the podcast only', () => {
    const { counts, totals } = filtered({ podcastSlug: 'night-shift', topics: ['Queues'] })
    expect(Object.fromEntries(counts)).toEqual({ DevOps: 1, Queues: 1 })
    expect(Object.fromEntries(totals)).toEqual({ DevOps: 2, Queues: 1, Consensus: 1 })
  })

  test('count an episode once that names a topic twice', () => {
    const twice = makeLibrary([makeEpisodeRow('twice', { topics: ['Raft', 'Raft'] })])
    const { counts, rows: found } = allSteps(
      filtering({ ...everything, topics: ['Raft'] })(twice, everyEpisode),
    )
    expect(counts.get('Raft')).toBe(1)
    expect(found).toHaveLength(1)
  })
})

const someRow = fc.record({
  slug: fc.integer({ min: 0, max: 30 }).map(String),
  podcastSlug: fc.constantFrom('a', 'a-b', 'b'),
  publishedAtMs: fc.integer({ min: 0, max: 4 }),
  topics: fc.array(fc.constantFrom('Raft', 'Queues', 'DevOps'), { maxLength: 4 }),
  title: fc.constantFrom('Raft by hand', 'Über Queues', ''),
})
const someRows = fc
  .uniqueArray(someRow, { selector: ({ podcastSlug, slug }) => `${podcastSlug}/${slug}`, maxLength: 40 })
  .map((made) => made.map(({ slug, ...given }) => makeEpisodeRow(slug, given)))
const someFilter: fc.Arbitrary<LibraryFilter> = fc.record({
  podcastSlug: fc.option(fc.constantFrom('a', 'a-b', 'gone')),
  topics: fc.subarray(['Raft', 'Queues', 'DevOps', 'Gone']),
  matching: fc.constantFrom('all', 'any'),
  query: fc.constant(''),
})

/** The same by walking through all rows. */
function filteredPlainly(all: readonly EpisodeRow[], filter: LibraryFilter) {
  const within = all.filter((row) => filter.podcastSlug === null || row.podcastSlug === filter.podcastSlug)
  const left = within.filter(({ topics }) => {
    if (filter.topics.length === 0) return true
    const has = (topic: string) => topics.includes(topic)
    return filter.matching === 'all' ? filter.topics.every(has) : filter.topics.some(has)
  })
  const newestFirst = left.toSorted(
    (one, other) => other.publishedAtMs - one.publishedAtMs || (one.id < other.id ? -1 : 1),
  )
  return {
    rows: newestFirst,
    total: within.length,
    counts: countPlainly(filter.matching === 'all' ? left : within),
    totals: countPlainly(within),
  }
}

function countPlainly(all: readonly EpisodeRow[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const topic of all.flatMap(({ topics }) => [...new Set(topics)]))
    counts.set(topic, (counts.get(topic) ?? 0) + 1)
  return counts
}

test('one filter over a library and what becomes of it leaves and counts what a walk through all rows does', () => {
  fc.assert(
    fc.property(someRows, someRows, someFilter, (before, after, filter) => {
      const filterLibrary = filtering(filter)
      const first = makeLibrary(before)
      const second = changedLibrary(first, after)
      const changed = new Set(after.map(({ podcastSlug }) => podcastSlug))
      const all = [...before.filter(({ podcastSlug }) => !changed.has(podcastSlug)), ...after]
      for (const [made, expected] of [
        [first, before],
        [second, all],
      ] as const) {
        const { rows: left, total, counts, totals } = allSteps(filterLibrary(made, everyEpisode))
        expect({ rows: rowsOf(left), total, counts, totals }).toEqual(filteredPlainly(expected, filter))
      }
    }),
  )
})

const someNames = fc
  .uniqueArray(
    fc.record({
      topic: fc.constantFrom('Raft', 'Queues', 'DevOps'),
      shownAs: fc.option(fc.constantFrom('Raft', 'Queues', 'DevOps', 'Consensus')),
      hidden: fc.boolean(),
    }),
    { selector: ({ topic }) => topic },
  )
  .map(topicNames)

test('with topics joined and hidden, what is left and counted is what a walk through rows with those names does', () => {
  fc.assert(
    fc.property(someRows, someNames, someFilter, (stored, names, filter) => {
      const named = { ...filter, topics: shownTopics(filter.topics, names) }
      const {
        rows: left,
        counts,
        totals,
      } = allSteps(filtering(named)(makeLibrary(stored, names), everyEpisode))
      const plain = filteredPlainly(
        stored.map((row) => ({ ...row, topics: shownTopics(row.topics, names) })),
        named,
      )
      const offered = (all: ReadonlyMap<string, number>) =>
        new Map([...all].filter(([topic]) => !names.isHidden(topic)))
      expect(rowsOf(left).map(({ id }) => id)).toEqual(plain.rows.map(({ id }) => id))
      expect(counts).toEqual(offered(plain.counts))
      expect(totals).toEqual(offered(plain.totals))
    }),
  )
})
