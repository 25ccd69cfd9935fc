import type { HeldShelf } from './held-shelf.ts'
import type { Library } from './library.ts'
import { topicsAt } from './shelf-codec.ts'

export type TopicCounts = ReadonlyMap<string, number>

/** In how many episodes of the library each topic stands, of those that are not hidden. */
export function topicCountsOf(library: Library): TopicCounts {
  const shelves = library.slots.filter((shelf) => shelf !== null)
  return addUpTopics(shelves, library, ({ topicCounts }) => topicCounts)
}

/** The same in steps. */
export function* countingTopics(library: Library): Generator<void, TopicCounts> {
  const shelves = library.slots.filter((shelf) => shelf !== null)
  yield
  return addUpTopics(shelves, library, ({ topicCounts }) => topicCounts)
}

/** In how many each of these stands, hidden or joined to others, as the service words them. */
export function storedTopicCounts({ slots }: Library, wanted: ReadonlySet<string>): TopicCounts {
  const sums = new Map([...wanted].map((topic) => [topic, 0]))
  for (const shelf of slots) {
    if (shelf === null) continue
    const { topics, slugs } = shelf.stored
    if (!topics.some((topic) => wanted.has(topic))) continue
    for (const position of slugs.keys()) {
      for (const topic of new Set(topicsAt(shelf.stored, position))) {
        const sum = sums.get(topic)
        if (sum !== undefined) sums.set(topic, sum + 1)
      }
    }
  }
  return sums
}

/**
 * Adds up what shelves hold of each topic; one with none is left out, and one that is hidden. `countsOf` gives a shelf's own counts, one for each
 * of its `row.topics`.
 */
export function addUpTopics(
  shelves: Iterable<HeldShelf>,
  { topics, names }: Pick<Library, 'topics' | 'names'>,
  countsOf: (shelf: HeldShelf) => Uint16Array,
): TopicCounts {
  const sums = new Uint32Array(topics.words.length)
  for (const shelf of shelves) {
    const counts = countsOf(shelf)
    shelf.topicNumbers.forEach((topic, at) => {
      sums[topic] = (sums[topic] ?? 0) + (counts[at] ?? 0)
    })
  }
  const named = new Map<string, number>()
  sums.forEach((count, number) => {
    const name = topics.words[number]
    if (count > 0 && name !== undefined && !names.isHidden(name)) named.set(name, count)
  })
  return named
}
