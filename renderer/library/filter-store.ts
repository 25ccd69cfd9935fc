import { useMemo } from 'react'
import { z } from 'zod'
import { create } from 'zustand'
import { shownTopics } from '../../shared/topics/topic-names.ts'
import { recall, remember } from '../db/memory.ts'
import { topicNamesNow, useTopicNames } from '../db/use-library.ts'
import type { TopicMatching } from './filter-library.ts'

type FilterState = {
  /** In the order they were chosen, each once. */
  topics: readonly string[]
  matching: TopicMatching
}

const memoryKey = 'library-topics'
const rememberedSchema = z.object({ topics: z.array(z.string()), matching: z.enum(['all', 'any']) })

export const useLibraryFilter = create<FilterState>(() => ({ topics: [], matching: 'all' }))

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
  useLibraryFilter.setState({ topics })
  keep()
}

export function setMatching(matching: TopicMatching): void {
  useLibraryFilter.setState({ matching })
  keep()
}

/** The choice survives a restart. */
export async function restoreLibraryFilter(): Promise<void> {
  const remembered = await recall(memoryKey, rememberedSchema)
  if (remembered !== null) useLibraryFilter.setState(remembered)
}

function keep(): void {
  const { topics, matching } = useLibraryFilter.getState()
  void remember(memoryKey, { topics, matching })
}
