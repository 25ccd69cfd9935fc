import { isoSeconds } from './generated-episode.ts'
import type { StandInEpisode } from './model.ts'

export type EpisodeEdit = Partial<Omit<StandInEpisode, 'podcastSlug' | 'slug' | 'number' | 'updatedAt'>>
type StoredEdit = EpisodeEdit & { slug?: string; updatedAt: string }

/** What was published, changed or withdrawn since the start, laid over the generated catalogue. */
export function createEdits() {
  const edits = new Map<string, StoredEdit | 'withdrawn'>()
  const publishedNumbers = new Map<string, number>()
  const publishedCounts = new Map<string, number>()
  const countChanges = new Map<string, number>()
  const lastChanges = new Map<string, string>()
  let lastChangeMs = 0
  let revision = 0

  /** Never the same second twice: `Last-Modified` knows no smaller step, and each change must be told from the last. */
  function changedNow(podcastSlug: string): string {
    revision += 1
    lastChangeMs = Math.max(Math.ceil(Date.now() / 1000) * 1000, lastChangeMs + 1000)
    const at = isoSeconds(lastChangeMs)
    lastChanges.set(podcastSlug, at)
    return at
  }
  const countUp = (counts: Map<string, number>, podcastSlug: string, by: number) =>
    counts.set(podcastSlug, (counts.get(podcastSlug) ?? 0) + by)
  const of = (podcastSlug: string, number: number) => edits.get(`${podcastSlug}/${number}`) ?? null

  return {
    of,
    revision: () => revision,
    numberOf: (podcastSlug: string, episodeSlug: string) =>
      publishedNumbers.get(`${podcastSlug}/${episodeSlug}`),
    publishedCount: (podcastSlug: string) => publishedCounts.get(podcastSlug) ?? 0,
    countChange: (podcastSlug: string) => countChanges.get(podcastSlug) ?? 0,
    lastChange: (podcastSlug: string) => lastChanges.get(podcastSlug) ?? null,
    publish(podcastSlug: string, number: number, given: EpisodeEdit & { slug: string }) {
      const updatedAt = changedNow(podcastSlug)
      edits.set(`${podcastSlug}/${number}`, { publishedAt: updatedAt, ...given, updatedAt })
      publishedNumbers.set(`${podcastSlug}/${given.slug}`, number)
      countUp(publishedCounts, podcastSlug, 1)
      countUp(countChanges, podcastSlug, 1)
    },
    change(podcastSlug: string, number: number, edit: EpisodeEdit): StoredEdit {
      const before = of(podcastSlug, number)
      const stored = {
        ...(before === 'withdrawn' ? {} : before),
        ...edit,
        updatedAt: changedNow(podcastSlug),
      }
      edits.set(`${podcastSlug}/${number}`, stored)
      return stored
    },
    withdraw(podcastSlug: string, number: number) {
      changedNow(podcastSlug)
      edits.set(`${podcastSlug}/${number}`, 'withdrawn')
      countUp(countChanges, podcastSlug, -1)
    },
  }
}
