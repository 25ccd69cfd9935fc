import type { HeldShelf } from '../db/held-shelf.ts'
import type { LibraryFilter } from './filter-library.ts'

export type ShelfMatches = {
  /** 1 at the positions of episodes that the filter leaves. */
  flags: Uint8Array
  /** Of each of the shelf's topics, as `FilteredLibrary.counts`. */
  counts: Uint16Array
}

/** Which episodes of a shelf have the topics of a filter, of those that are flagged in `within`. */
export function matchShelf(
  shelf: HeldShelf,
  filter: Pick<LibraryFilter, 'topics' | 'matching'>,
  within: Uint8Array | null = null,
): ShelfMatches {
  const { which, ends } = shelf.topicsOf
  const flags = new Uint8Array(shelf.row.slugs.length)
  const counts = new Uint16Array(shelf.row.topics.length)
  const chosen = Uint8Array.from(shelf.row.topics, (topic) => (filter.topics.includes(topic) ? 1 : 0))

  for (const position of shelf.newestFirst) {
    if (within !== null && within[position] !== 1) continue
    const topics = which.subarray(position === 0 ? 0 : ends[position - 1], ends[position])
    const has = matchesTopics(topics, chosen, filter)
    if (has) flags[position] = 1
    if (!has && filter.matching === 'all') continue
    for (const topic of topics) counts[topic] = (counts[topic] ?? 0) + 1
  }
  return { flags, counts }
}

function matchesTopics(
  topics: Uint32Array,
  chosen: Uint8Array,
  filter: Pick<LibraryFilter, 'topics' | 'matching'>,
): boolean {
  if (filter.topics.length === 0) return true
  let matched = 0
  for (const topic of topics) matched += chosen[topic] ?? 0
  return filter.matching === 'all' ? matched === filter.topics.length : matched > 0
}
