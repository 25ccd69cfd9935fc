import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { LaneChoice } from '../../../../renderer/highlights/lanes/lane-choice.ts'
import { filteringLanes } from '../../../../renderer/highlights/lanes/lane-episodes.ts'
import {
  type LaneItems,
  listLane,
  type NotedHighlights,
} from '../../../../renderer/highlights/lanes/lane-items.ts'
import { type Episode, type Highlight, highlightKinds } from '../../../../shared/models/episode.ts'
import { inLane, lanesOf } from '../../../../shared/models/highlight-lane.ts'
import { dayOf } from '../../../../shared/time/day.ts'
import { allSteps } from '../../library/made-library.ts'
import { madeEpisode } from '../../made-episodes.ts'
import { libraryOf } from './made-lanes.ts'

type Noted = { highlight: Highlight; isNoted: boolean }

const topics = ['DevOps', 'Queues', 'Consensus']
const labels = [undefined, 'Open question', 'open question', 'Quote', 'a/b', 'constructor']

const noted = fc
  .record({
    kind: fc.constantFrom(...highlightKinds),
    text: fc.string({ maxLength: 4 }),
    label: fc.constantFrom(...labels),
    isNoted: fc.boolean(),
  })
  .map(({ kind, text, label, isNoted }): Noted => {
    const highlight = kind === 'other' && label !== undefined ? { kind, text, label } : { kind, text }
    return { highlight, isNoted }
  })

const episodes = fc
  .uniqueArray(
    fc.record({
      podcast: fc.constantFrom('night', 'on-call', 'tea'),
      slug: fc.stringMatching(/^[a-z]{1,3}$/),
      day: fc.option(fc.integer({ min: 1, max: 28 })),
      topics: fc.subarray(topics),
      noted: fc.array(noted, { maxLength: 5 }),
    }),
    { selector: ({ podcast, slug }) => `${podcast}/${slug}`, maxLength: 14 },
  )
  .map((given) =>
    given.map((each) => ({
      noted: each.noted,
      episode: madeEpisode(each.podcast, each.slug, {
        topics: each.topics,
        highlights: each.noted.map(({ highlight }) => highlight),
        publishedAt: each.day === null ? null : new Date(2026, 2, each.day, 12).toISOString(),
      }),
    })),
  )

const day = fc.option(fc.integer({ min: 1, max: 28 }).map((date) => dayOf(new Date(2026, 2, date))))

const choices: fc.Arbitrary<LaneChoice> = fc.record({
  lane: fc.constantFrom(...highlightKinds, 'other/open question', 'other/a/b', 'other/nothing'),
  topics: fc.subarray([...topics, 'Gone']),
  matching: fc.constantFrom('all', 'any'),
  podcastSlug: fc.option(fc.constantFrom('night', 'on-call', 'nowhere')),
  fromDay: day,
  toDay: day,
  annotated: fc.constantFrom('any', 'with', 'without'),
})

/** Every episode is looked at, and every highlight of each. */
function bruteForce(
  given: readonly { noted: Noted[]; episode: Episode }[],
  choice: LaneChoice,
  lane: string,
) {
  const left = given.filter(({ episode }) => {
    const has = (topic: string) => episode.topics.includes(topic)
    const published = episode.publishedAt === null ? null : dayOf(new Date(episode.publishedAt))
    const isDated = choice.fromDay !== null || choice.toDay !== null
    return (
      (choice.podcastSlug === null || episode.podcastSlug === choice.podcastSlug) &&
      (choice.topics.length === 0 ||
        (choice.matching === 'all' ? choice.topics.every(has) : choice.topics.some(has))) &&
      (!isDated || published !== null) &&
      (choice.fromDay === null || (published ?? '') >= choice.fromDay) &&
      (choice.toDay === null || (published ?? '') <= choice.toDay)
    )
  })
  const newestFirst = left.toSorted((one, other) => {
    const [oneMs, otherMs] = [one, other].map(({ episode }) => Date.parse(episode.publishedAt ?? '') || 0)
    return (otherMs ?? 0) - (oneMs ?? 0) || (one.episode.id < other.episode.id ? -1 : 1)
  })
  return newestFirst.flatMap(({ episode, noted: its }) =>
    its
      .filter(({ highlight }) => lanesOf(highlight).includes(lane))
      .filter(({ isNoted }) => choice.annotated === 'any' || isNoted === (choice.annotated === 'with'))
      .map(({ highlight }) => ({ id: episode.id, highlight })),
  )
}

function notedIn(given: readonly { noted: Noted[]; episode: Episode }[]): NotedHighlights {
  return new Map(
    given.map(({ episode, noted: its }) => {
      const lanes = new Map<string, number[]>()
      const seen = new Map<string, number>()
      for (const { highlight, isNoted } of its) {
        for (const lane of lanesOf(highlight)) {
          const ordinal = seen.get(lane) ?? 0
          seen.set(lane, ordinal + 1)
          if (isNoted) lanes.set(lane, [...(lanes.get(lane) ?? []), ordinal])
        }
      }
      return [episode.id, lanes]
    }),
  )
}

function listed(items: LaneItems, given: readonly { episode: Episode }[]) {
  const byId = new Map(given.map(({ episode }) => [episode.id, episode.highlights]))
  return Array.from({ length: items.length }, (_, index) => {
    const item = items.at(index)
    if (item === undefined) throw new Error(`There is no item ${index}.`)
    expect(items.indexOf(item.key)).toBe(index)
    const highlight = inLane(byId.get(item.row.id) ?? [], items.lane)[item.ordinal]
    return { id: item.row.id, highlight }
  })
}

test('a lane lists what a scan of every highlight finds, in its order, and counts are those of all lanes', () => {
  fc.assert(
    fc.property(episodes, choices, (given, choice) => {
      const library = libraryOf(given.map(({ episode }) => episode))
      const left = allSteps(filteringLanes(choice)(library))
      const { items, counts } = allSteps(listLane(left, choice.lane, choice.annotated, notedIn(given)))
      expect(listed(items, given)).toEqual(bruteForce(given, choice, choice.lane))
      for (const lane of [...highlightKinds, 'other/open question', 'other/quote', 'other/constructor'])
        expect([lane, counts.get(lane) ?? 0]).toEqual([lane, bruteForce(given, choice, lane).length])
    }),
    { numRuns: 400 },
  )
})

test('a highlight that is not listed has no place', () => {
  const library = libraryOf([madeEpisode('night', 'a')])
  const left = allSteps(
    filteringLanes({ topics: [], matching: 'all', podcastSlug: null, fromDay: null, toDay: null })(library),
  )
  const { items } = allSteps(listLane(left, 'main-idea', 'any', new Map()))
  expect(items.indexOf('0 night/a')).toBe(0)
  expect(items.indexOf('1 night/a')).toBe(-1)
  expect(items.indexOf('0 night/b')).toBe(-1)
  expect(items.indexOf('0 nowhere/a')).toBe(-1)
  expect(items.at(1)).toBeUndefined()
})

test('while a sync has taken highlights away whose notes are still to be looked up, counts are those of what is listed', () => {
  const episode = madeEpisode('night', 'a', { highlights: [{ kind: 'main-idea', text: 'The one left' }] })
  const before: NotedHighlights = new Map([
    [
      episode.id,
      new Map([
        ['main-idea', [1, 2]],
        ['failure-mode', [0]],
      ]),
    ],
  ])
  const left = allSteps(
    filteringLanes({ topics: [], matching: 'all', podcastSlug: null, fromDay: null, toDay: null })(
      libraryOf([episode]),
    ),
  )
  for (const annotated of ['with', 'without'] as const) {
    const { items, counts } = allSteps(listLane(left, 'main-idea', annotated, before))
    expect(counts.get('main-idea') ?? 0).toBe(items.length)
    expect(counts.get('failure-mode') ?? 0).toBe(0)
  }
})
