import { folded, foldedWords } from '../../shared/text/fold.ts'
import { allNamesOf, plainTopicNames, type TopicNames } from '../../shared/topics/topic-names.ts'
import type { TopicCounts } from '../db/topic-counts.ts'

export type TopicCount = { topic: string; count: number }
export type TopicOrder = 'count' | 'name'

const byName = new Intl.Collator('en', { sensitivity: 'base', numeric: true })

/** Those in which, or in another name of which, every typed word stands somewhere, in the order asked for. */
export function topicsMatching(
  counts: TopicCounts,
  text: string,
  order: TopicOrder,
  names: TopicNames = plainTopicNames,
): TopicCount[] {
  const words = foldedWords(text)
  return Array.from(counts, ([topic, count]) => ({ topic, count }))
    .filter(({ topic }) => {
      if (words.length === 0) return true
      const said = folded(allNamesOf(topic, names).join('\n'))
      return words.every((word) => said.includes(word))
    })
    .sort((one, other) =>
      order === 'name'
        ? byName.compare(one.topic, other.topic)
        : other.count - one.count || byName.compare(one.topic, other.topic),
    )
}

export function episodeCountText(count: number): string {
  return count === 1 ? '1 episode' : `${count.toLocaleString('en')} episodes`
}
