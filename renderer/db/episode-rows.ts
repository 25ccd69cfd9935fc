import type { Episode } from '../../shared/models/episode.ts'
import type { EpisodeDetailsRow, EpisodeRow } from './rows.ts'

/** An episode as the two rows it is stored in. */
export function rowsOfEpisode(episode: Episode): { row: EpisodeRow; details: EpisodeDetailsRow } {
  return {
    row: {
      id: episode.id,
      podcastSlug: episode.podcastSlug,
      title: episode.title,
      podcastTitle: episode.podcastTitle,
      publishedAtMs: episode.publishedAt === null ? 0 : Date.parse(episode.publishedAt),
      durationSeconds: episode.durationSeconds,
      processingState: episode.processingState,
      topics: episode.topics,
      withdrawnAt: null,
    },
    details: {
      id: episode.id,
      summary: episode.summary,
      highlights: episode.highlights,
      chapters: episode.chapters,
      actions: episode.actions,
      canonicalUrl: episode.canonicalUrl,
      imageUrl: episode.imageUrl,
      audio: episode.audio,
      updatedAt: episode.updatedAt,
      warnings: episode.warnings,
      changes: [],
    },
  }
}
