import type { HeldShelf } from '../db/held-shelf.ts'
import type { LibraryFilter } from './filter-library.ts'

export type ShelfMatches = {
  /** 1 at the positions of episodes that the filter leaves. */
  flags: Uint8Array
  /** Of each of the shelf's topics, as `FilteredLibrary.counts`. */
  counts: Uint16Array
}

type TopicFilter = Pick<LibraryFilter, 'topics' | 'matching'>

/** Which episodes of a shelf have the topics of a filter, of those that are flagged in `within`. */
export function matchShelf(
  shelf: HeldShelf,
  filter: TopicFilter,
  within: Uint8Array | null = null,
): ShelfMatches {
  const flags = new Uint8Array(shelf.row.slugs.length)
  if (filter.topics.length === 0 && within === null) {
    for (const position of shelf.newestFirst) flags[position] = 1
    return { flags, counts: shelf.topicCounts }
  }
  const counts = new Uint16Array(shelf.row.topics.length)
  const wanted = wantedOf(filter)
  const known = filter.topics.map((topic) => shelf.row.topics.indexOf(topic)).filter((at) => at !== -1)
  if (known.length < wanted && filter.matching === 'all') return { flags, counts }
  const chosen = new Uint8Array(shelf.row.topics.length)
  for (const at of known) chosen[at] = 1
  // By index: a part of `which` for each episode would cost as much as all the rest.
  const { which, ends } = shelf.topicsOf
  for (const position of shelf.newestFirst) {
    if (within !== null && within[position] !== 1) continue
    const begin = position === 0 ? 0 : (ends[position - 1] ?? 0)
    const end = ends[position] ?? 0
    const has = sumOf(chosen, which, begin, end) >= wanted
    if (has) flags[position] = 1
    if (has || filter.matching === 'any') countEach(counts, which, begin, end)
  }
  return { flags, counts }
}

function sumOf(of: Uint8Array, which: Uint32Array, begin: number, end: number): number {
  let sum = 0
  for (let at = begin; at < end; at += 1) sum += of[which[at] ?? 0] ?? 0
  return sum
}

function countEach(counts: Uint16Array, which: Uint32Array, begin: number, end: number): void {
  for (let at = begin; at < end; at += 1) {
    const topic = which[at] ?? 0
    counts[topic] = (counts[topic] ?? 0) + 1
  }
}

/** How many of the chosen topics an episode is to have. */
function wantedOf({ topics, matching }: TopicFilter): number {
  return matching === 'all' ? topics.length : Math.min(1, topics.length)
}
