import type { Podcast, SourceId } from '../../../shared/models/podcast.ts'
import { failure, type Result, success } from '../../../shared/result.ts'
import { wirePodcastSchema } from '../assumed.ts'
import { longest } from '../reading/limits.ts'
import { collectWarnings } from '../reading/warnings.ts'
import { readWebAddress } from '../reading/web-addresses.ts'
import { parseLeniently } from './lenient.ts'

/** A podcast from the wire (A2). Its slug is the one it was asked for by. */
export function mapPodcast(source: SourceId, slug: string, wire: unknown): Result<Podcast> {
  const parsed = parseLeniently(wirePodcastSchema, ['title'], wire, collectWarnings())
  if (!parsed.ok) return failure('unreadable', `The answer about “${slug}” is no podcast. ${parsed.reason}`)
  const podcast = parsed.value
  const address = (text: string | null | undefined) => readWebAddress(text ?? '')
  return success({
    slug,
    source,
    title: podcast.title.trim().slice(0, longest.title),
    description: (podcast.description ?? '').trim().slice(0, longest.description),
    author: (podcast.author ?? '').trim().slice(0, longest.name),
    imageUrl: address(podcast.image_url),
    siteUrl: address(podcast.site_url),
    feedUrl: address(podcast.feed_url),
    episodeCount: podcast.episode_count ?? null,
  })
}

/** What can be said of a podcast that no address tells about. */
export function podcastFromTitle(slug: string, title: string | null): Podcast {
  return {
    slug,
    source: 'stenobird',
    title: title ?? titleFromSlug(slug),
    description: '',
    author: '',
    imageUrl: null,
    siteUrl: null,
    feedUrl: null,
    episodeCount: null,
  }
}

function titleFromSlug(slug: string): string {
  return slug
    .split(/[-_]+/)
    .filter((word) => word !== '')
    .map((word) => `${word.slice(0, 1).toLocaleUpperCase('en')}${word.slice(1)}`)
    .join(' ')
}
