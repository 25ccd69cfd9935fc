import { type GivenAddress, readAddress } from '../../../shared/address.ts'
import type { LookedUp } from '../../../shared/models/sync.ts'
import { type Problem, type Result, success } from '../../../shared/result.ts'
import { podcastFromTitle } from '../wire/map-podcast.ts'
import { requestList } from './episode-list.ts'
import { titleIn } from './podcast-facts.ts'
import { readEpisode } from './read-episode.ts'
import { podcastOfPage, readPodcastPageOf, requestPodcast } from './read-podcast.ts'
import { closesRoad, mostTelling, noSuchPodcast, type Service } from './service.ts'

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
  const answer = await requestPodcast(service, podcastSlug, null)
  if (!answer.ok) return answer
  if (answer.value.kind === 'podcast') return success({ podcast: answer.value.podcast, path: 'api' })
  throw new Error('A podcast of which nothing was kept cannot be unchanged.')
}

const byEpisodeList: Road = async (service, podcastSlug) => {
  const answer = await requestList(service, { podcastSlug, cursor: null, updatedSince: null })
  if (!answer.ok) return answer
  const title = titleIn(answer.value.episodes)
  return success({ podcast: podcastFromTitle(podcastSlug, title), path: 'api' })
}

const byPage: Road = async (service, podcastSlug) => {
  const page = await readPodcastPageOf(service, podcastSlug)
  return page.ok ? success({ podcast: podcastOfPage(podcastSlug, page.value), path: 'markdown-list' }) : page
}
