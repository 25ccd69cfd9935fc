import type { EpisodeDetailsRow, EpisodeRow } from '../../renderer/db/rows.ts'
import type { ShownEpisode } from './expected-episode.ts'

/** An episode of the library, as it is stored. */
export function shownEpisode(row: EpisodeRow, details: EpisodeDetailsRow): ShownEpisode {
  return {
    title: row.title,
    podcastTitle: row.podcastTitle,
    publishedAtMs: row.publishedAtMs,
    durationSeconds: row.durationSeconds,
    processingState: row.processingState,
    summary: details.summary,
    topics: row.topics,
    highlights: details.highlights,
    chapters: details.chapters,
    canonicalUrl: sameOrigin(details.canonicalUrl),
    imageUrl: sameOrigin(details.imageUrl),
    audioUrl: details.audio?.kind === 'remote' ? sameOrigin(details.audio.url) : null,
  }
}

/** Whom the stand-in is asked under its other name (a redirect), it answers with addresses of that name. */
function sameOrigin(address: string | null): string | null {
  return address?.replace(/^http:\/\/localhost:/, 'http://127.0.0.1:') ?? null
}
