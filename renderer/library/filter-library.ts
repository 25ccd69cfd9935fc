import type { EpisodeRow } from '../db/rows.ts'
import type { LibraryIndex } from './library-index.ts'

export type TopicMatching = 'all' | 'any'

export type LibraryFilter = {
  podcastSlug: string | null
  /** Folded; each has to stand somewhere in title, podcast or topics. */
  words: readonly string[]
  topics: readonly string[]
  matching: TopicMatching
}

export type FilteredLibrary = {
  /** In the order they came. */
  rows: readonly EpisodeRow[]
  /** How many episodes there are before topics and words narrow them. */
  total: number
  /**
   * How many episodes a topic has within what the other filters leave: for `all`, how many would stay if it were
   * chosen too; for `any`, how many it brings. A topic with none is left out.
   */
  counts: ReadonlyMap<string, number>
  /** The same before topics and words narrow: what chips are ordered by, so that a choice moves none. */
  totals: ReadonlyMap<string, number>
}

export function filterLibrary(index: LibraryIndex, filter: LibraryFilter): FilteredLibrary {
  const chosen = chosenFlags(index, filter.topics)
  const counts = new Uint32Array(index.topics.length)
  const totals = new Uint32Array(index.topics.length)
  const rows: EpisodeRow[] = []
  let total = 0

  index.rows.forEach((row, at) => {
    if (filter.podcastSlug !== null && row.podcastSlug !== filter.podcastSlug) return
    const topics = index.topicsOfRow[at] ?? []
    total += 1
    addTo(totals, topics)
    if (!holdsAll(index.textOf, at, filter.words)) return
    const has = matchesTopics(topics, chosen, filter)
    if (has || filter.matching === 'any') addTo(counts, topics)
    if (has) rows.push(row)
  })

  return { rows, total, counts: named(index, counts), totals: named(index, totals) }
}

function chosenFlags(index: LibraryIndex, topics: readonly string[]): Uint8Array {
  const flags = new Uint8Array(index.topics.length)
  for (const topic of topics) {
    const number = index.topicNumbers.get(topic)
    if (number !== undefined) flags[number] = 1
  }
  return flags
}

function matchesTopics(topics: readonly number[], chosen: Uint8Array, filter: LibraryFilter): boolean {
  if (filter.topics.length === 0) return true
  let matched = 0
  for (const topic of topics) matched += chosen[topic] ?? 0
  return filter.matching === 'all' ? matched === filter.topics.length : matched > 0
}

function holdsAll(textOf: LibraryIndex['textOf'], at: number, words: readonly string[]): boolean {
  if (words.length === 0) return true
  const text = textOf(at)
  return words.every((word) => text.includes(word))
}

function addTo(counts: Uint32Array, topics: readonly number[]): void {
  for (const topic of topics) counts[topic] = (counts[topic] ?? 0) + 1
}

function named(index: LibraryIndex, counts: Uint32Array): ReadonlyMap<string, number> {
  const byName = new Map<string, number>()
  counts.forEach((count, number) => {
    const topic = index.topics[number]
    if (count > 0 && topic !== undefined) byName.set(topic, count)
  })
  return byName
}
