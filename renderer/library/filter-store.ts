import { useMemo } from 'react'
import { z } from 'zod'
import { create } from 'zustand'
import { shownTopics } from '../../shared/topics/topic-names.ts'
import { recall, remember } from '../db/memory.ts'
import { topicNamesNow, useTopicNames } from '../db/use-library.ts'
import type { TopicChoice } from '../narrowing/query-fields.ts'
import type { TopicMatching } from './filter-library.ts'

/** The topics in the order they were chosen, each once. */
const memoryKey = 'library-topics'
const rememberedSchema = z.object({
  topics: z.array(z.string()),
  matching: z.enum(['all', 'any']),
  query: z.string().catch(''),
})
const nothingChosen: TopicChoice = { topics: [], matching: 'all', query: '' }

export const useLibraryFilter = create<TopicChoice>(() => nothingChosen)

export function toggleTopic(topic: string): void {
  const topics = shownTopics(useLibraryFilter.getState().topics, topicNamesNow())
  chooseTopics(topics.includes(topic) ? topics.filter((other) => other !== topic) : [...topics, topic])
}

/** Under the names they go by now. */
export function useChosenTopics(): readonly string[] {
  const topics = useLibraryFilter((state) => state.topics)
  const names = useTopicNames()
  return useMemo(() => shownTopics(topics, names), [topics, names])
}

export function chooseTopics(topics: readonly string[]): void {
  choose({ topics })
}

export function setMatching(matching: TopicMatching): void {
  choose({ matching })
}

/** What narrows beside topics. */
export function chooseQuery(query: string): void {
  choose({ query })
}

export function choose(choice: Partial<TopicChoice>): void {
  useLibraryFilter.setState(choice)
  const { topics, matching, query } = useLibraryFilter.getState()
  void remember(memoryKey, { topics, matching, query })
}

export function clearFilters(): void {
  choose(nothingChosen)
}

/** Only these topics, whatever was chosen before. */
export function showTopics(topics: readonly string[]): void {
  choose({ ...nothingChosen, topics })
}

/** The choice survives a restart. */
export async function restoreLibraryFilter(): Promise<void> {
  const remembered = await recall(memoryKey, rememberedSchema)
  if (remembered !== null) useLibraryFilter.setState(remembered)
}
