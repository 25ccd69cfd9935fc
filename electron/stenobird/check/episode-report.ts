import type { Episode } from '../../../shared/models/episode.ts'
import { type EpisodeId, episodeIdOf } from '../../../shared/models/identity.ts'
import type { NamelessEpisode } from '../reading/assemble-episode.ts'

/** What is printed of an episode. The keys are those of `shared/models`; slugs that nothing tells are null. */
export type EpisodeReport = Pick<
  Episode,
  | 'title'
  | 'podcastTitle'
  | 'publishedAt'
  | 'durationSeconds'
  | 'processingState'
  | 'canonicalUrl'
  | 'summary'
  | 'topics'
  | 'highlights'
  | 'chapters'
  | 'actions'
  | 'warnings'
> & { id: EpisodeId | null; podcastSlug: string | null; slug: string | null }

export function reportOf(
  name: { podcastSlug: string | null; slug: string | null },
  episode: NamelessEpisode,
): EpisodeReport {
  const { podcastSlug, slug } = name
  return {
    id: podcastSlug === null || slug === null ? null : episodeIdOf(podcastSlug, slug),
    podcastSlug,
    slug,
    title: episode.title,
    podcastTitle: episode.podcastTitle,
    publishedAt: episode.publishedAt,
    durationSeconds: episode.durationSeconds,
    processingState: episode.processingState,
    canonicalUrl: episode.canonicalUrl,
    summary: episode.summary,
    topics: episode.topics,
    highlights: episode.highlights,
    chapters: episode.chapters,
    actions: episode.actions,
    warnings: episode.warnings,
  }
}
