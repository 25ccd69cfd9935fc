import { useMemo } from 'react'
import type { Library } from '../db/library.ts'
import { topicCountsOf } from '../db/topic-counts.ts'
import { useLibrary } from '../db/use-library.ts'
import { knownTagsNow } from '../notes/known-tags.ts'
import type { KnownValue, KnownValues } from './completions.ts'

/** Counted once for each library, and only when somebody types a filter that wants it. */
export function useKnownValues(): KnownValues {
  const library = useLibrary()
  return useMemo(() => {
    let topics: readonly KnownValue[] | null = null
    let podcasts: readonly KnownValue[] | null = null
    return {
      topics: () => {
        topics ??= library === undefined ? [] : knownTopics(library)
        return topics
      },
      podcasts: () => {
        podcasts ??= library === undefined ? [] : mostFirst(podcastCounts(library))
        return podcasts
      },
      tags: () => knownTagsNow().map(({ tag, count }) => ({ name: tag, count })),
    }
  }, [library])
}

function knownTopics(library: Library): KnownValue[] {
  return mostFirst(topicCountsOf(library)).map((topic) => {
    const others = library.names.othersOf(topic.name)
    return others.length === 0 ? topic : { ...topic, others }
  })
}

function mostFirst(counts: ReadonlyMap<string, number>): KnownValue[] {
  return Array.from(counts, ([name, count]) => ({ name, count })).sort(
    (one, other) => other.count - one.count,
  )
}

/** By title: that of its newest episodes. */
function podcastCounts({ slots }: Library): Map<string, number> {
  const counts = new Map<string, { title: string; count: number }>()
  for (const shelf of slots) {
    if (shelf === null) continue
    const { podcastSlug, podcastTitles } = shelf.row
    const known = counts.get(podcastSlug)
    const title = known?.title ?? podcastTitles.at(-1) ?? podcastSlug
    counts.set(podcastSlug, { title, count: (known?.count ?? 0) + shelf.newestFirst.length })
  }
  return new Map(Array.from(counts.values(), ({ title, count }) => [title, count]))
}
