import { create } from 'zustand'
import type { PodcastSchedule } from '../../shared/models/schedule.ts'

/** When each podcast was looked at last and is next, by slug, as the main process told it last. */
export const useSchedule = create<{ podcasts: Readonly<Record<string, PodcastSchedule>> }>(() => ({
  podcasts: {},
}))

/** `undefined` while nothing was told of it. A slug can be a word that every object inherits, such as "constructor". */
export function scheduleOf(
  { podcasts }: { podcasts: Readonly<Record<string, PodcastSchedule>> },
  podcastSlug: string,
): PodcastSchedule | undefined {
  return Object.hasOwn(podcasts, podcastSlug) ? podcasts[podcastSlug] : undefined
}
