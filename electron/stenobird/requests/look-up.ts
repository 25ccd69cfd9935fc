import { type GivenAddress, readAddress } from '../../../shared/address.ts'
import type { ReadingPath } from '../../../shared/models/podcast.ts'
import type { LookedUp, PullRequest } from '../../../shared/models/sync.ts'
import { type Problem, type Result, success } from '../../../shared/result.ts'
import { podcastFromTitle } from '../wire/map-podcast.ts'
import { noSuchPodcast } from './pull.ts'
import { pullFromApi } from './pull-api.ts'
import { readEpisode } from './read-episode.ts'
import { podcastOfPage, podcastPageOf, readPodcast, requestPodcastPage } from './read-podcast.ts'
import { closesRoad, mostTelling, type Service } from './service.ts'

type FoundPodcast = Pick<LookedUp, 'podcast' | 'path'>
type Road = (service: Service, podcastSlug: string) => Promise<Result<FoundPodcast>>

/** What the service knows under an address or a slug. */
export async function lookUp(service: Service, text: string): Promise<Result<LookedUp>> {
  const address = readAddress(text, service.base)
  return address.ok ? lookUpAddress(service, address.value) : address
}

async function lookUpAddress(service: Service, address: GivenAddress): Promise<Result<LookedUp>> {
  const { podcastSlug } = address
  if (address.kind === 'podcast') {
    const found = await findPodcast(service, podcastSlug, [byApi, byEpisodeList, byPage])
    return found.ok ? success({ ...found.value, episode: null }) : found
  }
  const episode = await readEpisode(service, { podcastSlug, slug: address.episodeSlug })
  if (!episode.ok) return episode
  const found = await findPodcast(service, podcastSlug, [byApi, byPage])
  if (found.ok) return success({ ...found.value, episode: episode.value })
  // The episode alone is worth having, whatever keeps the rest from us.
  const title = episode.value.podcastTitle
  const podcast = podcastFromTitle(podcastSlug, title === '' ? null : title)
  return success({ podcast, path: 'single-episodes', episode: episode.value })
}

async function findPodcast(
  service: Service,
  podcastSlug: string,
  roads: Road[],
): Promise<Result<FoundPodcast>> {
  const problems: Problem[] = []
  for (const road of roads) {
    const found = await road(service, podcastSlug)
    if (found.ok || !closesRoad(found.problem)) return found
    problems.push(found.problem)
  }
  return { ok: false, problem: mostTelling(problems, noSuchPodcast(service, podcastSlug)) }
}

const byApi: Road = async (service, podcastSlug) => {
  const podcast = await readPodcast(service, podcastSlug)
  return podcast.ok ? success({ podcast: podcast.value, path: 'api' }) : podcast
}

const byEpisodeList: Road = async (service, podcastSlug) => {
  const page = await pullFromApi(service, firstPageOf(podcastSlug, 'api'), { next: null })
  if (!page.ok) return page
  const title = page.value.episodes.find((episode) => episode.podcastTitle !== '')?.podcastTitle ?? null
  return success({ podcast: podcastFromTitle(podcastSlug, title), path: 'api' })
}

const byPage: Road = async (service, podcastSlug) => {
  const answer = await requestPodcastPage(service, podcastSlug)
  if (!answer.ok) return answer
  const page = podcastPageOf(service, podcastSlug, answer.value)
  return page.ok ? success({ podcast: podcastOfPage(podcastSlug, page.value), path: 'markdown-list' }) : page
}

function firstPageOf(podcastSlug: string, path: ReadingPath): PullRequest {
  return {
    source: 'stenobird',
    podcastSlug,
    cursor: null,
    updatedSince: null,
    validator: null,
    path,
    episodeSlugs: [],
  }
}
