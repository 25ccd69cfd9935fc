import { allNamesOf, plainTopicNames, type TopicNames } from '../../shared/topics/topic-names.ts'
import type { TopicMatching } from '../library/filter-library.ts'

/** Chapters to look for, and where. */
export type ChapterQuery = {
  /** A chapter is about it when all words of one of them stand in its title or description. */
  about: readonly string[]
  podcastSlug: string | null
  /** Only episodes that have these topics; all when there are none. */
  topics: readonly string[]
  matching: TopicMatching
}

export type ChosenChapters = {
  /** As typed. */
  words: string
  podcastSlug: string | null
  topics: readonly string[]
  matching: TopicMatching
}

/** Of what the person typed within what they chose, or else of the chosen topics; `null` when there is neither. */
export function queryOf(chosen: ChosenChapters, names: TopicNames = plainTopicNames): ChapterQuery | null {
  const { words, ...within } = chosen
  const typed = words.trim()
  const about = typed === '' ? chosen.topics.flatMap((topic) => allNamesOf(topic, names)) : [typed]
  return about.length === 0 ? null : { ...within, about }
}

/** In all episodes that have the topic, under any of its names. */
export function aboutTopic(topic: string, names: TopicNames = plainTopicNames): ChapterQuery {
  return { about: allNamesOf(topic, names), podcastSlug: null, topics: [topic], matching: 'all' }
}

const list = new Intl.ListFormat('en', { type: 'disjunction' })

/** “incident response”. */
export function aboutText({ about }: Pick<ChapterQuery, 'about'>): string {
  return list.format(about.map((wording) => `“${wording}”`))
}
