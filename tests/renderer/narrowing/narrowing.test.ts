import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { growByPodcast } from '../../../renderer/db/by-podcast.ts'
import type { EpisodeStates } from '../../../renderer/db/live-states.ts'
import type { EpisodeRow } from '../../../renderer/db/rows.ts'
import { filtering } from '../../../renderer/library/filter-library.ts'
import { foundKey, type Surroundings } from '../../../renderer/narrowing/narrow-shelf.ts'
import { countNarrowed, narrowing } from '../../../renderer/narrowing/narrowing.ts'
import { intervalsOf } from '../../../shared/heard/intervals.ts'
import type { EpisodeId } from '../../../shared/models/identity.ts'
import { parseQuery } from '../../../shared/search/parse-query.ts'
import type { SearchFilter } from '../../../shared/search/query.ts'
import { plainTopicNames, topicNames } from '../../../shared/topics/topic-names.ts'
import { makeEpisodeRow } from '../library/episode-row.ts'
import { allSteps, changedLibrary, makeLibrary, rowsOf } from '../library/made-library.ts'

const nowMs = new Date('2026-11-30T12:00:00').getTime()
const podcasts = [
  { slug: 'a', title: 'Night Shift' },
  { slug: 'b', title: 'On Call' },
]

/** How an episode of the test stands with the person. */
type Standing = {
  heardSeconds: number
  finished: boolean
  noted: boolean
  starred: boolean
  tag: string | null
  queued: boolean
  downloaded: boolean
}
const untouched: Standing = {
  ...{ heardSeconds: 0, finished: false, noted: false, starred: false, tag: null },
  ...{ queued: false, downloaded: false },
}

function around(standings: ReadonlyMap<EpisodeId, Standing>, more: Partial<Surroundings> = {}): Surroundings {
  const [heard, notes, queued, downloaded] = [
    growByPodcast<{ parts: ReturnType<typeof partsOf>; durationSeconds: number | null }>(),
    growByPodcast<{ starred: boolean; tags: readonly string[] }>(),
    growByPodcast<true>(),
    growByPodcast<true>(),
  ]
  for (const [id, standing] of standings) {
    if (standing.heardSeconds > 0 || standing.finished)
      heard.set(id, { parts: partsOf(standing), durationSeconds: null })
    if (standing.noted)
      notes.set(id, { starred: standing.starred, tags: standing.tag === null ? [] : [standing.tag] })
    if (standing.queued) queued.set(id, true)
    if (standing.downloaded) downloaded.set(id, true)
  }
  const states: EpisodeStates = { heard: heard.taken(), notes: notes.taken(), queued: queued.taken() }
  return { podcasts, names: plainTopicNames, states, downloaded: downloaded.taken(), found: null, ...more }
}

function partsOf({ heardSeconds, finished }: Standing) {
  return {
    intervals: intervalsOf(heardSeconds > 0 ? [[0, heardSeconds]] : []),
    finishedAt: finished ? '2026-11-29T10:00:00.000Z' : null,
  }
}

function filtersOf(text: string): readonly SearchFilter[] {
  return parseQuery(text, nowMs).query.filters
}

function left(rows: readonly EpisodeRow[], text: string, surroundings: Surroundings): string[] {
  const narrow = narrowing(filtersOf(text))(surroundings)
  const filter = { podcastSlug: null, topics: [], matching: 'all' as const, query: text }
  const library = makeLibrary(rows, surroundings.names)
  const found = rowsOf(allSteps(filtering(filter)(library, narrow)).rows).map(({ id }) => id)
  expect(allSteps(countNarrowed(library.slots, narrow))).toBe(found.length)
  return found
}

const rows = [
  makeEpisodeRow('one', {
    podcastSlug: 'a',
    publishedAtMs: nowMs - 1,
    durationSeconds: 600,
    topics: ['K8s'],
  }),
  makeEpisodeRow('two', {
    ...{ podcastSlug: 'a', publishedAtMs: nowMs - 40 * 86_400_000, durationSeconds: 3600 },
    topics: ['Kubernetes'],
  }),
  makeEpisodeRow('three', { podcastSlug: 'b', publishedAtMs: 0, durationSeconds: null, topics: ['Ads'] }),
]
const plain = around(new Map())

describe('a query leaves', () => {
  test('what its length, date and podcast say, and nothing of which they are not known', () => {
    expect(left(rows, 'longer:30m', plain)).toEqual(['a/two'])
    expect(left(rows, 'shorter:30m', plain)).toEqual(['a/one'])
    expect(left(rows, 'after:30d', plain)).toEqual(['a/one'])
    expect(left(rows, 'before:2026-11', plain)).toEqual(['a/two'])
    expect(left(rows, 'podcast:b', plain)).toEqual(['b/three'])
    expect(left(rows, '-podcast:"night shift"', plain)).toEqual(['b/three'])
  })

  test('episodes of a topic under any of its names', () => {
    const names = topicNames([{ topic: 'K8s', shownAs: 'Kubernetes', hidden: false }])
    for (const text of ['topic:K8s', 'topic:kubernetes'])
      expect(left(rows, text, around(new Map(), { names }))).toEqual(['a/one', 'a/two'])
    expect(left(rows, 'topic:K8s', plain)).toEqual(['a/one'])
    expect(left(rows, '-topic:k8s,Ads', plain)).toEqual(['a/two'])
  })

  test('what the index found, if it was asked, and of that what the rest says', () => {
    const found = new Map([[foundKey('a', 0), Uint16Array.of(0, 1)]])
    expect(left(rows, 'longer:5m', around(new Map(), { found }))).toEqual(['a/one', 'a/two'])
    expect(left(rows, 'longer:30m', around(new Map(), { found }))).toEqual(['a/two'])
  })
})

const someTexts = [
  ...['is:unheard', 'is:started', 'is:heard', 'is:downloaded', 'is:starred', 'is:queued', 'has:notes'],
  ...[
    'tag:later',
    'longer:10m',
    'shorter:1h',
    'after:30d',
    'before:2026-11',
    'podcast:a',
    'topic:Raft,Queues',
  ],
]
const someStanding = fc.record({
  heardSeconds: fc.constantFrom(0, 3, 60, 590, 3600),
  finished: fc.boolean(),
  noted: fc.boolean(),
  starred: fc.boolean(),
  tag: fc.constantFrom('later', null),
  queued: fc.boolean(),
  downloaded: fc.boolean(),
})
const someEpisodes = fc.uniqueArray(
  fc.record({
    slug: fc.integer({ min: 0, max: 20 }).map(String),
    podcastSlug: fc.constantFrom('a', 'b'),
    publishedAtMs: fc.constantFrom(0, nowMs - 1, nowMs - 40 * 86_400_000),
    durationSeconds: fc.constantFrom(null, 300, 600, 4000),
    topics: fc.subarray(['Raft', 'Queues']),
    standing: fc.option(someStanding, { nil: untouched }),
  }),
  { selector: ({ podcastSlug, slug }) => `${podcastSlug}/${slug}`, maxLength: 25 },
)
const someQuery = fc.array(fc.tuple(fc.boolean(), fc.constantFrom(...someTexts)), { maxLength: 3 })

/** The same, said plainly. */
function saysYes(text: string, row: EpisodeRow, standing: Standing): boolean {
  const { publishedAtMs: at, durationSeconds: length } = row
  const isHeard = standing.finished || (length !== null && standing.heardSeconds >= 0.95 * length)
  switch (text) {
    case 'is:heard':
      return isHeard
    case 'is:started':
      return !isHeard && standing.heardSeconds >= 5
    case 'is:unheard':
      return !isHeard && standing.heardSeconds < 5
    case 'is:downloaded':
      return standing.downloaded
    case 'is:queued':
      return standing.queued
    case 'has:notes':
      return standing.noted
    case 'is:starred':
      return standing.noted && standing.starred
    case 'tag:later':
      return standing.noted && standing.tag !== null
    case 'longer:10m':
      return length !== null && length > 600
    case 'shorter:1h':
      return length !== null && length < 3600
    case 'after:30d':
      return at === nowMs - 1
    case 'before:2026-11':
      return at !== 0 && at !== nowMs - 1
    case 'podcast:a':
      return row.podcastSlug === 'a'
    default:
      return row.topics.length > 0
  }
}

test('any combination leaves and counts what a walk through all episodes does, also once standings changed', () => {
  fc.assert(
    fc.property(someEpisodes, fc.array(someStanding), someQuery, (made, laterStandings, query) => {
      const all = made.map(({ slug, standing, ...given }) => ({ row: makeEpisodeRow(slug, given), standing }))
      const text = query.map(([without, each]) => `${without ? '-' : ''}${each}`).join(' ')
      const narrowBy = narrowing(filtersOf(text))
      const filterLibrary = filtering({ podcastSlug: null, topics: [], matching: 'all', query: text })
      const library = makeLibrary(all.map(({ row }) => row))
      const later = all.map(({ row, standing }, at) => ({ row, standing: laterStandings[at] ?? standing }))
      for (const episodes of [all, later]) {
        const narrow = narrowBy(around(new Map(episodes.map(({ row, standing }) => [row.id, standing]))))
        const expected = episodes.filter(({ row, standing }) =>
          query.every(([without, each]) => saysYes(each, row, standing) !== without),
        )
        const { rows: found } = allSteps(filterLibrary(library, narrow))
        expect(new Set(rowsOf(found).map(({ id }) => id))).toEqual(new Set(expected.map(({ row }) => row.id)))
        expect(allSteps(countNarrowed(library.slots, narrow))).toBe(expected.length)
      }
    }),
  )
})

test('of a podcast in which nothing changed, nothing is looked at again', () => {
  const narrowBy = narrowing(filtersOf('is:queued'))
  const library = changedLibrary(makeLibrary(rows), [])
  const queued = growByPodcast<true>()
  queued.set('a/one', true)
  const states = { heard: new Map(), notes: new Map(), queued: queued.taken() }
  const first = library.slots.map((shelf) => (shelf === null ? null : narrowBy({ ...plain, states })(shelf)))
  queued.set('b/three', true)
  const now = narrowBy({ ...plain, states: { ...states, queued: queued.taken() } })
  const second = library.slots.map((shelf) => (shelf === null ? null : now(shelf)))
  expect(second[0]).toBe(first[0])
  expect(second[1]).not.toBe(first[1])
})
