import type { Podcast } from '../../../shared/models/podcast.ts'
import { failure, type Result, success } from '../../../shared/result.ts'
import { assumedAddresses } from '../assumed.ts'
import { type PodcastPage, readPodcastPage } from '../page-reader/read-podcast-page.ts'
import { mapPodcast, podcastFromTitle } from '../wire/map-podcast.ts'
import { requestJson, requestText } from './documents.ts'
import type { Service } from './service.ts'

/** A2. */
export async function readPodcast(service: Service, podcastSlug: string): Promise<Result<Podcast>> {
  const answer = await requestJson(service, assumedAddresses.podcast(service.base, podcastSlug))
  if (!answer.ok) return answer
  return mapPodcast('stenobird', podcastSlug, answer.value.kind === 'json' ? answer.value.json : null)
}

/** A5, as it came. */
export function requestPodcastPage(
  service: Service,
  podcastSlug: string,
): Promise<Result<{ text: string; url: string }>> {
  const url = assumedAddresses.podcastMarkdown(service.base, podcastSlug)
  return requestText(service, url, 'text/markdown, text/plain;q=0.8')
}

export function podcastPageOf(
  service: Service,
  podcastSlug: string,
  page: { text: string; url: string },
): Result<PodcastPage> {
  const read = readPodcastPage(page.text, podcastSlug, page.url)
  if (read !== null) return success(read)
  return failure('unreadable', `What ${service.name} sent for “${podcastSlug}” is not the page of a podcast.`)
}

export function podcastOfPage(podcastSlug: string, page: PodcastPage): Podcast {
  const { title, description, author, imageUrl, siteUrl, feedUrl, episodeSlugs } = page
  return {
    ...podcastFromTitle(podcastSlug, title === '' ? null : title),
    description,
    author,
    imageUrl,
    siteUrl,
    feedUrl,
    episodeCount: episodeSlugs.length,
  }
}
