import { create } from 'zustand'
import type { TopicOrder } from './count-topics.ts'

export type TopicsPart = 'list' | 'map' | 'rising'

/** How topics are shown; the same when the place is opened again. */
export const useTopicsChoice = create<{ part: TopicsPart; order: TopicOrder }>(() => ({
  part: 'list',
  order: 'count',
}))
