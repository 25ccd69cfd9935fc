import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { EpisodeRow } from '../../../renderer/db/rows.ts'
import { topicCountsOf } from '../../../renderer/db/topic-counts.ts'
import { topicsMatching } from '../../../renderer/topics/count-topics.ts'
import { companionsOf, countingTogether } from '../../../renderer/topics/together.ts'
import { closestLinks, orderOf } from '../../../renderer/topics/topic-map-layout.ts'
import { makeEpisodeRow } from '../library/episode-row.ts'
import { allSteps, changedLibrary, makeLibrary } from '../library/made-library.ts'

const someRows = fc
  .uniqueArray(
    fc.record({
      slug: fc.integer({ min: 0, max: 30 }).map(String),
      podcastSlug: fc.constantFrom('a', 'b'),
      topics: fc.array(fc.constantFrom('Raft', 'Queues', 'DevOps', 'Tea'), { maxLength: 4 }),
    }),
    { selector: ({ podcastSlug, slug }) => `${podcastSlug}/${slug}`, maxLength: 30 },
  )
  .map((made) => made.map(({ slug, ...given }) => makeEpisodeRow(slug, given)))

function together(rows: readonly EpisodeRow[], one: string, other: string): number {
  return rows.filter(({ topics }) => topics.includes(one) && topics.includes(other)).length
}

test('how often topics stand together is what a walk through all episodes counts, also once some changed', () => {
  fc.assert(
    fc.property(someRows, someRows, (before, after) => {
      const first = makeLibrary(before)
      const second = changedLibrary(first, after)
      const changed = new Set(after.map(({ podcastSlug }) => podcastSlug))
      const all = [...before.filter(({ podcastSlug }) => !changed.has(podcastSlug)), ...after]
      const topics = topicsMatching(topicCountsOf(first), '', 'count')
      const count = countingTogether(topics)
      for (const [library, rows] of [
        [first, before],
        [second, all],
      ] as const) {
        const { counts } = allSteps(count(library))
        for (const [one, { topic }] of topics.entries()) {
          for (const [other, { topic: another }] of topics.entries()) {
            if (one !== other)
              expect(counts[one * topics.length + other]).toBe(together(rows, topic, another))
          }
          const expected = ['Raft', 'Queues', 'DevOps', 'Tea']
            .filter((each) => each !== topic)
            .map((each) => [each, together(rows, topic, each)] as const)
            .filter(([, its]) => its > 0)
          const found = allSteps(companionsOf(library, topic)).map(
            (each) => [each.topic, each.count] as const,
          )
          expect(new Map(found)).toEqual(new Map(expected))
        }
      }
    }),
  )
})

const pairs = [
  ['Raft', 'Queues'],
  ['Tea', 'Oolong'],
  ['Raft', 'Queues'],
  ['Tea', 'Oolong'],
  ['Raft', 'Tea'],
]
const made = makeLibrary(pairs.map((topics, at) => makeEpisodeRow(`${at}`, { topics })))
const drawn = allSteps(countingTogether(topicsMatching(topicCountsOf(made), '', 'count'))(made))

test('topics that go together stand side by side, each once, and the same each time', () => {
  const order = orderOf(drawn).map((number) => drawn.topics[number]?.topic ?? '')
  expect(order.toSorted()).toEqual(['Oolong', 'Queues', 'Raft', 'Tea'])
  for (const [one = '', other = ''] of pairs)
    expect(Math.abs(order.indexOf(one) - order.indexOf(other))).toBe(1)
  expect(orderOf(drawn)).toEqual(orderOf({ ...drawn }))
})

test('what one episode alone has together is no link', () => {
  expect(closestLinks(drawn).map(({ count }) => count)).toEqual([2, 2])
})
