import type { EpisodeRow } from '../db/rows.ts'
import { folded } from '../search/fold.ts'

/**
 * The library's rows with their topics as numbers, so that one pass over 50,000 of them filters and counts
 * within a frame. Made anew when rows change; what a search needs is made when somebody searches.
 */
export type LibraryIndex = {
  rows: readonly EpisodeRow[]
  topics: readonly string[]
  topicNumbers: ReadonlyMap<string, number>
  /** Of each row, without repeats. */
  topicsOfRow: readonly (readonly number[])[]
  /** What is searched of a row, folded. */
  textOf: (index: number) => string
}

export function indexLibrary(rows: readonly EpisodeRow[]): LibraryIndex {
  const topicNumbers = new Map<string, number>()
  const topics: string[] = []

  function numberOf(topic: string): number {
    const known = topicNumbers.get(topic)
    if (known !== undefined) return known
    topicNumbers.set(topic, topics.length)
    topics.push(topic)
    return topics.length - 1
  }

  const topicsOfRow = rows.map((row) => [...new Set(row.topics)].map(numberOf))
  const texts: string[] = []

  function textOf(index: number): string {
    const known = texts[index]
    if (known !== undefined) return known
    const row = rows[index]
    const text = row === undefined ? '' : folded([row.title, row.podcastTitle, ...row.topics].join('\n'))
    texts[index] = text
    return text
  }

  return { rows, topics, topicNumbers, topicsOfRow, textOf }
}
