import type { Podcast } from '../../../shared/models/podcast.ts'
import { failure, type Result, success } from '../../../shared/result.ts'
import { assumedAddresses } from '../assumed.ts'
import type { PodcastPage } from '../page-reader/read-podcast-page.ts'
import { longest } from '../reading/limits.ts'
import { podcastFromTitle } from '../wire/map-podcast.ts'
import type { Validator } from './cursor.ts'
import {
  type AnswerFacts,
  acceptJson,
  acceptMarkdown,
  notJson,
  requestDocument,
  requestText,
  type TextAnswer,
} from './documents.ts'
import type { Service } from './service.ts'

export type PodcastAnswer = AnswerFacts & ({ kind: 'podcast'; podcast: Podcast } | { kind: 'not-modified' })

/** A2. */
export async function requestPodcast(
  service: Service,
  podcastSlug: string,
  known: Validator | null,
): Promise<Result<PodcastAnswer>> {
  const url = assumedAddresses.podcast(service.base, podcastSlug)
  const answer = await requestDocument(service, { url, accept: acceptJson, since: known })
  if (!answer.ok) return answer
  const { value } = answer
  if (value.kind === 'not-modified') return success(value)
  const reading = await service.reader.read('podcast-resource', { podcastSlug, text: value.text })
  if (!reading.ok) return reading
  switch (reading.value.kind) {
    case 'read': {
      const { validator, servedAt, freshForSeconds } = value
      return success({ kind: 'podcast', podcast: reading.value.value, validator, servedAt, freshForSeconds })
    }
    case 'unlike':
      return failure('unreadable', reading.value.reason)
    default:
      return notJson(service, reading.value.kind)
  }
}

/** A5, as it came. */
export function requestPodcastPage(
  service: Service,
  podcastSlug: string,
  known: Validator | null,
): Promise<Result<TextAnswer>> {
  const url = assumedAddresses.podcastMarkdown(service.base, podcastSlug)
  return requestDocument(service, { url, accept: acceptMarkdown, since: known })
}

export async function podcastPageOf(
  service: Service,
  podcastSlug: string,
  page: { text: string; url: string },
): Promise<Result<PodcastPage>> {
  const document = { text: page.text, podcastSlug, address: page.url }
  const reading = await service.reader.read('podcast-page', document)
  if (!reading.ok) return reading
  if (reading.value !== null) return success(reading.value)
  return failure('unreadable', `What ${service.name} sent for “${podcastSlug}” is not the page of a podcast.`)
}

/** The same, whatever was kept of it. */
export function requestWholePodcastPage(
  service: Service,
  podcastSlug: string,
): Promise<Result<{ text: string; url: string }>> {
  return requestText(service, assumedAddresses.podcastMarkdown(service.base, podcastSlug), acceptMarkdown)
}

export async function readPodcastPageOf(service: Service, podcastSlug: string): Promise<Result<PodcastPage>> {
  const answer = await requestWholePodcastPage(service, podcastSlug)
  return answer.ok ? podcastPageOf(service, podcastSlug, answer.value) : answer
}

export function podcastOfPage(podcastSlug: string, page: PodcastPage): Podcast {
  const { title, description, author, imageUrl, siteUrl, feedUrl, episodeSlugs } = page
  return {
    ...podcastFromTitle(podcastSlug, title === '' ? null : title.slice(0, longest.title)),
    description: description.slice(0, longest.description),
    author: author.slice(0, longest.name),
    imageUrl,
    siteUrl,
    feedUrl,
    episodeCount: episodeSlugs.length,
  }
}
