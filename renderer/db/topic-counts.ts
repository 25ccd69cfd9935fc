import type { HeldShelf } from './held-shelf.ts'
import type { Library } from './library.ts'
import type { NumberedWords } from './numbered-words.ts'

export type TopicCounts = ReadonlyMap<string, number>

/** In how many episodes of the library each topic stands. */
export function topicCountsOf({ slots, topics }: Library): TopicCounts {
  const shelves = slots.filter((shelf) => shelf !== null)
  return addUpTopics(shelves, topics, ({ topicCounts }) => topicCounts)
}

/**
 * Adds up what shelves hold of each topic; one with none is left out. `countsOf` gives a shelf's own counts, one for each
 * of its `row.topics`.
 */
export function addUpTopics(
  shelves: Iterable<HeldShelf>,
  topics: NumberedWords,
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
    if (count > 0 && name !== undefined) named.set(name, count)
  })
  return named
}
