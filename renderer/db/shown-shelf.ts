import { shownTopics, type TopicNames } from '../../shared/topics/topic-names.ts'
import { numberWords } from './numbered-words.ts'
import type { ShelfRow } from './rows.ts'
import { topicsAt } from './shelf-codec.ts'

/** A shelf with its topics under the names they go by, of each episode each once; the same object where all go by their own. */
export function shownShelf(stored: ShelfRow, names: TopicNames): ShelfRow {
  if (stored.topics.every((topic) => names.shownOf(topic) === topic)) return stored
  const topics = numberWords()
  const topicNumbers: number[] = []
  const topicEnds = stored.topicEnds.map((_, position) => {
    topicNumbers.push(...shownTopics(topicsAt(stored, position), names).map(topics.numberOf))
    return topicNumbers.length
  })
  return { ...stored, topics: [...topics.words], topicEnds, topicNumbers: Uint32Array.from(topicNumbers) }
}
