import type { EpisodeRow } from '../db/rows.ts'
import { folded, foldedWords } from '../search/fold.ts'

export type TopicCount = { topic: string; count: number }
export type TopicOrder = 'count' | 'name'

const byName = new Intl.Collator('en', { sensitivity: 'base', numeric: true })

/** How many episodes have each topic. */
export function countTopics(rows: readonly Pick<EpisodeRow, 'topics'>[]): TopicCount[] {
  const counts = new Map<string, number>()
  for (const row of rows) {
    for (const topic of new Set(row.topics)) counts.set(topic, (counts.get(topic) ?? 0) + 1)
  }
  return [...counts].map(([topic, count]) => ({ topic, count }))
}

/** Those in which every typed word stands somewhere, in the order asked for. */
export function topicsMatching(topics: readonly TopicCount[], text: string, order: TopicOrder): TopicCount[] {
  const words = foldedWords(text)
  return topics
    .filter(({ topic }) => words.every((word) => folded(topic).includes(word)))
    .sort((one, other) =>
      order === 'name'
        ? byName.compare(one.topic, other.topic)
        : other.count - one.count || byName.compare(one.topic, other.topic),
    )
}
