import type { Chapter, Highlight } from '../../shared/models/episode.ts'
import type { StandInEpisode, StandInHighlight, StandInPodcast } from '../server/catalogue/model.ts'
import { audioPath, imagePath } from '../server/pages/addresses.ts'
import { shownParts } from '../server/pages/shown-parts.ts'

/** Everything of an episode that its service tells and a person can come to see. */
export type ShownEpisode = {
  title: string
  podcastTitle: string
  publishedAtMs: number
  durationSeconds: number | null
  processingState: string
  summary: string
  topics: readonly string[]
  highlights: readonly Highlight[]
  chapters: readonly Chapter[]
  canonicalUrl: string | null
  imageUrl: string | null
  audioUrl: string | null
}

/** `api`: the list of A3, which tells everything. `pages`: an episode's own page, which tells less. */
export type Road = 'api' | 'pages'

const dayMs = 24 * 60 * 60 * 1000

/** How the library is to show an episode of the stand-in: written by hand, from what STENOBIRD.md says, not by the reader. */
export function expectedEpisode(
  episode: StandInEpisode,
  podcast: StandInPodcast,
  { origin, road }: { origin: string; road: Road },
): ShownEpisode {
  const parts = shownParts(episode, origin)
  const publishedAtMs = Date.parse(episode.publishedAt)
  const common = {
    title: episode.title,
    podcastTitle: podcast.title,
    durationSeconds: episode.durationSeconds,
    processingState: episode.processingState,
    summary: parts.summary ?? '',
    topics: parts.topics,
    chapters: [...parts.chapters].sort((one, other) => one.startSeconds - other.startSeconds),
    canonicalUrl: parts.canonicalUrl,
  }
  if (road === 'pages') {
    return {
      ...common,
      // A page tells the day.
      publishedAtMs: Math.floor(publishedAtMs / dayMs) * dayMs,
      highlights: parts.highlights.map((highlight) => expectedHighlight(highlight, false)),
      imageUrl: null,
      audioUrl: null,
    }
  }
  const timed = podcast.wording === 'structured'
  return {
    ...common,
    publishedAtMs,
    highlights: parts.highlights.map((highlight) => expectedHighlight(highlight, timed)),
    imageUrl: podcast.hasImage ? origin + imagePath(podcast.slug) : null,
    audioUrl: podcast.carriesAudioAddress ? origin + audioPath(episode) : null,
  }
}

function expectedHighlight({ kind, text, startSeconds }: StandInHighlight, timed: boolean): Highlight {
  const time = timed ? { startSeconds } : {}
  switch (kind) {
    case 'Main idea':
      return { kind: 'main-idea', text, ...time }
    case 'Practical takeaway':
      return { kind: 'practical-takeaway', text, ...time }
    case 'Failure mode':
      return { kind: 'failure-mode', text, ...time }
    default:
      return { kind: 'other', label: kind, text, ...time }
  }
}
