import { folded, foldedWords } from '../../shared/text/fold.ts'
import type { TopicCounts } from '../db/topic-counts.ts'

export type TopicCount = { topic: string; count: number }
export type TopicOrder = 'count' | 'name'

const byName = new Intl.Collator('en', { sensitivity: 'base', numeric: true })

/** Those in which every typed word stands somewhere, in the order asked for. */
export function topicsMatching(counts: TopicCounts, text: string, order: TopicOrder): TopicCount[] {
  const words = foldedWords(text)
  return Array.from(counts, ([topic, count]) => ({ topic, count }))
    .filter(({ topic }) => words.every((word) => folded(topic).includes(word)))
    .sort((one, other) =>
      order === 'name'
        ? byName.compare(one.topic, other.topic)
        : other.count - one.count || byName.compare(one.topic, other.topic),
    )
}
