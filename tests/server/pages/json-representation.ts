import type {
  StandInChapter,
  StandInEpisode,
  StandInHighlight,
  StandInPodcast,
  WireWording,
} from '../catalogue/model.ts'
import { audioPath, feedPath, imagePath } from './addresses.ts'
import { shownParts } from './shown-parts.ts'
import { clockTime } from './wording.ts'

/** A2, and each of A1. */
export function podcastJson(
  podcast: StandInPodcast,
  origin: string,
  more: { episodeCount: number; updatedAt: string },
) {
  return {
    slug: podcast.slug,
    title: podcast.title,
    ...(podcast.description === null ? {} : { description: podcast.description }),
    author: podcast.author,
    ...(podcast.hasImage ? { image_url: origin + imagePath(podcast.slug) } : {}),
    site_url: `${origin}/publisher/${podcast.slug}`,
    feed_url: podcast.namesItsFeed ? origin + feedPath(podcast.slug) : null,
    episode_count: more.episodeCount,
    updated_at: more.updatedAt,
  }
}

/** A4, and each of A3. */
export function episodeJson(episode: StandInEpisode, podcast: StandInPodcast, origin: string) {
  const parts = shownParts(episode, origin)
  return {
    slug: episode.slug,
    title: episode.title,
    podcast: { slug: podcast.slug, title: podcast.title },
    published_at: episode.publishedAt,
    duration_seconds: episode.durationSeconds,
    processing_state: episode.processingState,
    canonical_url: parts.canonicalUrl,
    ...(parts.summary === null ? {} : { summary: parts.summary }),
    topics: parts.topics,
    highlights: parts.highlights.map((highlight) => highlightJson(highlight, podcast.wording)),
    chapters: parts.chapters.map((chapter) => chapterJson(chapter, podcast.wording)),
    ...(podcast.carriesAudioAddress ? { audio_url: origin + audioPath(episode) } : {}),
    ...(podcast.hasImage ? { image_url: origin + imagePath(podcast.slug) } : {}),
    updated_at: episode.updatedAt,
    actions: parts.actions,
    // A key that no client knows yet.
    language: 'en',
  }
}

function highlightJson({ kind, text, startSeconds }: StandInHighlight, wording: WireWording): unknown {
  switch (wording) {
    case 'plain':
      return `${kind}: ${text}`
    case 'structured':
      return { kind, text, start_seconds: startSeconds }
    case 'clock':
      return { kind: kind.toLowerCase().replaceAll(' ', '_'), text }
  }
}

function chapterJson({ startSeconds, title, description }: StandInChapter, wording: WireWording): unknown {
  switch (wording) {
    case 'plain':
      return { start_seconds: startSeconds, title, description }
    case 'structured':
      return { start: clockTime(startSeconds), title, summary: description }
    case 'clock':
      return { timestamp: clockTime(startSeconds), title, ...(description === '' ? {} : { description }) }
  }
}
