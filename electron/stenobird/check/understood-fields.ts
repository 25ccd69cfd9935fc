import type { Podcast } from '../../../shared/models/podcast.ts'
import type { NamelessEpisode } from '../reading/assemble-episode.ts'

/** The names of what was found in an answer, and of what was not. */
export type UnderstoodFields = { understood: string[]; missing: string[] }

/** Lists are named with their length, so that half a list shows. */
export function episodeFields(episode: NamelessEpisode): UnderstoodFields {
  return sorted({
    title: episode.title,
    podcast: episode.podcastTitle,
    published: episode.publishedAt,
    duration: episode.durationSeconds,
    state: episode.processingState === 'unknown' ? '' : episode.processingState,
    canonical: episode.canonicalUrl,
    summary: episode.summary,
    topics: episode.topics,
    highlights: episode.highlights,
    chapters: episode.chapters,
    actions: episode.actions,
    audio: episode.audio,
    image: episode.imageUrl,
    updated: episode.updatedAt,
  })
}

export function podcastFields(podcast: Podcast): UnderstoodFields {
  return sorted({
    title: podcast.title,
    description: podcast.description,
    author: podcast.author,
    image: podcast.imageUrl,
    site: podcast.siteUrl,
    feed: podcast.feedUrl,
    'episode count': podcast.episodeCount,
  })
}

export function sorted(values: Readonly<Record<string, unknown>>): UnderstoodFields {
  const fields: UnderstoodFields = { understood: [], missing: [] }
  for (const [name, value] of Object.entries(values)) {
    if (value === null || value === undefined || value === '') fields.missing.push(name)
    else if (!Array.isArray(value)) fields.understood.push(name)
    else if (value.length === 0) fields.missing.push(name)
    else fields.understood.push(`${name} (${value.length})`)
  }
  return fields
}
