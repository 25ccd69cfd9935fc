import { coveredWithin } from '../../shared/heard/intervals.ts'
import { isFinished } from '../../shared/heard/share.ts'
import { kindOfLane } from '../../shared/models/highlight-lane.ts'
import { hasTag } from '../../shared/models/tags.ts'
import { meantPodcasts } from '../../shared/search/meant-podcasts.ts'
import type { SearchFilter } from '../../shared/search/query.ts'
import { folded } from '../../shared/text/fold.ts'
import type { TopicNames } from '../../shared/topics/topic-names.ts'
import type { ByPodcast } from '../db/by-podcast.ts'
import type { HeldShelf } from '../db/held-shelf.ts'
import type { EpisodeStates } from '../db/live-states.ts'
import type { ShelfRow } from '../db/rows.ts'
import { begunAfterSeconds } from '../player/resume.ts'

/** What filters are held against beside the shelves. */
export type Surroundings = {
  podcasts: readonly { slug: string; title: string }[]
  names: TopicNames
  states: EpisodeStates
  downloaded: ByPodcast<true>
  /** What the index found for the rest of the query, by podcast and shelf; `null` when it was not asked. */
  found: ReadonlyMap<string, Uint16Array> | null
}

/** Of one shelf, whether the episode at a position is left. */
type Test = (position: number) => boolean

export function foundKey(podcastSlug: string, shelf: number): string {
  return `${shelf} ${podcastSlug}`
}

/** 1 at the positions of a shelf that all filters leave; `null` when they leave all. */
export function narrowShelf(
  shelf: HeldShelf,
  filters: readonly SearchFilter[],
  around: Surroundings,
): Uint8Array | null {
  if (filters.length === 0 && around.found === null) return null
  const flags = new Uint8Array(shelf.row.slugs.length)
  const found = around.found?.get(foundKey(shelf.row.podcastSlug, shelf.row.shelf))
  if (around.found !== null && found === undefined) return flags
  const tests = filters.map((filter) => turned(testOf(filter, shelf, around), filter.without))
  const left = found === undefined ? shelf.newestFirst : found
  for (const position of left) if (tests.every((test) => test(position))) flags[position] = 1
  return flags
}

/** What of the surroundings this shelf's flags come from: as long as it is the same, so are they. */
export function ingredientsOf({ row }: HeldShelf, around: Surroundings): readonly unknown[] {
  const { podcastSlug } = row
  const { heard, notes, queued } = around.states
  return [
    heard.get(podcastSlug),
    notes.get(podcastSlug),
    queued.get(podcastSlug),
    around.downloaded.get(podcastSlug),
    around.podcasts,
    around.names,
    around.found,
  ]
}

function turned(test: Test, without: boolean): Test {
  return without ? (position) => !test(position) : test
}

function testOf(filter: SearchFilter, shelf: HeldShelf, around: Surroundings): Test {
  const { row } = shelf
  switch (filter.by) {
    case 'topic':
      return topicTest(filter.topics, shelf, around.names)
    case 'podcast': {
      const isMeant = meantPodcasts(filter.podcast, around.podcasts).has(row.podcastSlug)
      return () => isMeant
    }
    case 'before':
      return (position) => isDated(row, position) && publishedAt(row, position) < filter.atMs
    case 'after':
      return (position) => isDated(row, position) && publishedAt(row, position) >= filter.atMs
    case 'longer':
      return (position) => durationAt(row, position) > filter.seconds
    case 'shorter':
      return (position) => durationAt(row, position) >= 0 && durationAt(row, position) < filter.seconds
    case 'kind': {
      const isMeant = row.lanes.map((lane) => kindOfLane(lane) === filter.kind)
      return (position) => lanesAt(row, position).some((lane) => isMeant[lane] === true)
    }
    case 'has':
      return hasTest(filter.what, shelf, around)
    case 'is':
      return stateTest(filter.state, shelf, around)
    case 'tag': {
      const notes = around.states.notes.get(row.podcastSlug)
      return (position) => hasTag(notes?.get(slugAt(row, position))?.tags ?? [], filter.tag)
    }
  }
}

/** The topics are meant by any of their names, and with them all that a person joined to them. */
function topicTest(topics: readonly string[], shelf: HeldShelf, names: TopicNames): Test {
  const { topicsOf } = shelf
  const wanted = shownNames(topics, names)
  const isMeant = foldedTopicsOf(shelf).map((topic) => wanted.has(topic))
  if (!isMeant.includes(true)) return () => false
  return (position) => {
    const end = topicsOf.ends[position] ?? 0
    for (let at = position === 0 ? 0 : (topicsOf.ends[position - 1] ?? 0); at < end; at += 1) {
      if (isMeant[topicsOf.which[at] ?? 0] === true) return true
    }
    return false
  }
}

/** Folded, the names under which these topics go, by whichever of their names they are called. */
function shownNames(topics: readonly string[], names: TopicNames): ReadonlySet<string> {
  const typed = new Set(topics.map(folded))
  const joined = names.joined.filter((shown) => names.othersOf(shown).some((name) => typed.has(folded(name))))
  return new Set([...typed, ...joined.map(folded)])
}

const foldedTopics = new WeakMap<HeldShelf, readonly string[]>()

function foldedTopicsOf(shelf: HeldShelf): readonly string[] {
  const known = foldedTopics.get(shelf) ?? shelf.row.topics.map(folded)
  foldedTopics.set(shelf, known)
  return known
}

function hasTest(
  what: Extract<SearchFilter, { by: 'has' }>['what'],
  { row }: HeldShelf,
  around: Surroundings,
): Test {
  switch (what) {
    case 'notes': {
      const notes = around.states.notes.get(row.podcastSlug)
      return (position) => notes?.has(slugAt(row, position)) === true
    }
    case 'highlights':
      return (position) => lanesAt(row, position).length > 0
    // A shelf does not tell: the index is asked, and its answer is `found`.
    case 'chapters':
    case 'transcript':
      return () => true
  }
}

function stateTest(
  state: Extract<SearchFilter, { by: 'is' }>['state'],
  { row }: HeldShelf,
  { states, downloaded }: Surroundings,
): Test {
  const { podcastSlug } = row
  switch (state) {
    case 'heard':
    case 'started':
    case 'unheard':
      return (position) => hearingAt(row, position, states) === state
    case 'downloaded':
      return (position) => downloaded.get(podcastSlug)?.has(slugAt(row, position)) === true
    case 'queued':
      return (position) => states.queued.get(podcastSlug)?.has(slugAt(row, position)) === true
    case 'starred':
      return (position) => states.notes.get(podcastSlug)?.get(slugAt(row, position))?.starred === true
  }
}

/** As the rows of the list tell it. */
function hearingAt(
  row: ShelfRow,
  position: number,
  { heard }: EpisodeStates,
): 'heard' | 'started' | 'unheard' {
  const its = heard.get(row.podcastSlug)?.get(slugAt(row, position))
  if (its === undefined) return 'unheard'
  const known = durationAt(row, position)
  const duration = its.durationSeconds ?? (known < 0 ? null : known)
  if (isFinished(its.parts, duration)) return 'heard'
  const seconds = coveredWithin(its.parts.intervals, [0, duration ?? Number.POSITIVE_INFINITY])
  return seconds < begunAfterSeconds ? 'unheard' : 'started'
}

function lanesAt(row: ShelfRow, position: number): Uint32Array {
  return row.laneNumbers.subarray(position === 0 ? 0 : row.laneEnds[position - 1], row.laneEnds[position])
}

function slugAt(row: ShelfRow, position: number): string {
  return row.slugs[position] ?? ''
}

function publishedAt(row: ShelfRow, position: number): number {
  return row.publishedAtMs[position] ?? 0
}

function isDated(row: ShelfRow, position: number): boolean {
  return publishedAt(row, position) !== 0
}

/** -1 when unknown. */
function durationAt(row: ShelfRow, position: number): number {
  return row.durationSeconds[position] ?? -1
}
