import type { EpisodeRow } from '../../../renderer/db/rows.ts'
import { episodeIdOf } from '../../../shared/models/identity.ts'

/** An episode's row for tests; what they do not name is usual. */
export function makeEpisodeRow(slug: string, given: Partial<EpisodeRow> = {}): EpisodeRow {
  const podcastSlug = given.podcastSlug ?? 'night-shift'
  return {
    id: episodeIdOf(podcastSlug, slug),
    podcastSlug,
    title: slug,
    podcastTitle: 'Night Shift',
    publishedAtMs: Date.UTC(2026, 2, 4, 12),
    durationSeconds: 2740,
    processingState: 'processed',
    topics: [],
    withdrawnAt: null,
    ...given,
  }
}
