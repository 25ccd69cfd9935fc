import type { Episode } from '../../../shared/models/episode.ts'
import type { Podcast } from '../../../shared/models/podcast.ts'
import type { PullRequest } from '../../../shared/models/sync.ts'
import { podcastFromTitle } from '../wire/map-podcast.ts'
import type { Validator } from './cursor.ts'
import { podcastOfPage, readPodcastPageOf, requestPodcast } from './read-podcast.ts'
import { closesRoad, type Service } from './service.ts'

/** `podcast` is `null` where nothing better is known than the page already has. `validator` is of A2. */
export type PodcastFacts = { podcast: Podcast | null; validator: Validator | null }

/** A2, else A5, else what its episodes say. */
export async function podcastFacts(
  service: Service,
  { podcastSlug, updatedSince }: PullRequest,
  episodes: readonly Episode[],
  known: Validator | null,
): Promise<PodcastFacts> {
  const byApi = await requestPodcast(service, podcastSlug, known)
  if (byApi.ok) {
    const { value } = byApi
    return value.kind === 'not-modified' ? { podcast: null, validator: known } : value
  }
  if (!closesRoad(byApi.problem)) return { podcast: null, validator: null }
  const byPage = await readPodcastPageOf(service, podcastSlug)
  if (byPage.ok) return { podcast: podcastOfPage(podcastSlug, byPage.value), validator: null }
  const title = titleIn(episodes)
  const podcast = title === null && updatedSince !== null ? null : podcastFromTitle(podcastSlug, title)
  return { podcast, validator: null }
}

/** The podcast's title as its episodes name it. */
export function titleIn(episodes: readonly Episode[]): string | null {
  return episodes.find((episode) => episode.podcastTitle !== '')?.podcastTitle ?? null
}
