import type { HeldShelf } from '../db/held-shelf.ts'
import { type EpisodeList, episodeList, type Library } from '../db/library.ts'
import { positionOf, slotOf } from '../db/library-order.ts'
import { addUpTopics, type TopicCounts } from '../db/topic-counts.ts'
import type { Narrow } from '../narrowing/narrowing.ts'
import { matchShelf, type ShelfMatches } from './match-shelf.ts'

export type TopicMatching = 'all' | 'any'

export type LibraryFilter = {
  podcastSlug: string | null
  topics: readonly string[]
  matching: TopicMatching
  /** What else narrows, as a query (`shared/search`). */
  query: string
}

export type FilteredLibrary = {
  filter: LibraryFilter
  /** Newest first. */
  rows: EpisodeList
  /** How many episodes there are before anything narrows them. */
  total: number
  /**
   * How many episodes a topic has within what the other filters leave: for `all`, how many would stay if it were
   * chosen too; for `any`, how many it brings. A topic with none is left out.
   */
  counts: TopicCounts
  /** The same before topics narrow: what chips are ordered by, so that a choice moves none. */
  totals: TopicCounts
}

/** Without flags where nothing narrows the shelf: at a start nothing need be looked through. */
type Matches = Omit<ShelfMatches, 'flags'> & { flags: Uint8Array | null }

/**
 * Filters one library after another by topics, of what something else left of it, shelf by shelf, a step each: of a library that has become another one, only the
 * shelves that changed are looked through again.
 */
export function filtering(
  filter: LibraryFilter,
): (library: Library, narrow: Narrow) => Generator<void, FilteredLibrary> {
  const known = new WeakMap<HeldShelf, { within: Uint8Array | null; matches: ShelfMatches }>()

  function matchesOf(shelf: HeldShelf, narrow: Narrow): Matches {
    const within = narrow(shelf)
    if (within === null && filter.topics.length === 0) return { flags: null, counts: shelf.topicCounts }
    const before = known.get(shelf)
    if (before !== undefined && before.within === within) return before.matches
    const matches = matchShelf(shelf, filter, within)
    known.set(shelf, { within, matches })
    return matches
  }

  return function* filterLibrary(library, narrow) {
    const { slots, order } = library
    const within = slots.map((shelf) => (isWithin(shelf, filter.podcastSlug) ? shelf : null))
    const shelves = within.filter((shelf) => shelf !== null)
    const matches: (Matches | null)[] = []
    for (const shelf of within) {
      matches.push(shelf === null ? null : matchesOf(shelf, narrow))
      yield
    }
    const isWhole =
      shelves.length === slots.filter((shelf) => shelf !== null).length &&
      matches.every((match) => match === null || match.flags === null)
    const entries = isWhole ? order.entries : entriesLeft(order.entries, matches)
    yield
    return {
      filter,
      rows: episodeList(slots, entries),
      total: shelves.reduce((sum, shelf) => sum + shelf.newestFirst.length, 0),
      counts: addUpTopics(shelves, library, (shelf) => matchesOf(shelf, narrow).counts),
      totals: addUpTopics(shelves, library, (shelf) => shelf.topicCounts),
    }
  }
}

function entriesLeft(entries: Uint32Array, matches: readonly (Matches | null)[]): Uint32Array {
  const left = new Uint32Array(entries.length)
  let count = 0
  for (const entry of entries) {
    const match = matches[slotOf(entry)]
    if (match == null || (match.flags !== null && match.flags[positionOf(entry)] !== 1)) continue
    left[count] = entry
    count += 1
  }
  return left.slice(0, count)
}

function isWithin(shelf: HeldShelf | null, podcastSlug: string | null): boolean {
  return shelf !== null && (podcastSlug === null || shelf.row.podcastSlug === podcastSlug)
}
