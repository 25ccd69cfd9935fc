import type { Podcast } from '../../../shared/models/podcast.ts'
import type { PulledPage, PullRequest } from '../../../shared/models/sync.ts'
import { type Problem, type Result, success } from '../../../shared/result.ts'
import { podcastFromTitle } from '../wire/map-podcast.ts'
import { readCursor, writeCursor } from './cursor.ts'
import { emptyPage, pullFromApi } from './pull-api.ts'
import { type ListMemory, pullFromMarkdown } from './pull-markdown.ts'
import { readEach } from './pull-pages.ts'
import { readEpisode } from './read-episode.ts'
import { podcastOfPage, podcastPageOf, readPodcast, requestPodcastPage } from './read-podcast.ts'
import { closesRoad, mostTelling, type Service } from './service.ts'

const singleEpisodesAtOnce = 20

/** One page of a pass, by the road that its cursor names; a new pass looks for the best road. */
export function pullPage(
  service: Service,
  memory: ListMemory,
  request: PullRequest,
): Promise<Result<PulledPage>> {
  const cursor = request.cursor === null ? null : readCursor(request.cursor)
  if (cursor === null) {
    // A cursor of another version of the app begins the pass anew, which is harmless.
    return request.path === 'single-episodes'
      ? pullSingle(service, request, 0)
      : pullFirst(service, memory, request)
  }
  switch (cursor.path) {
    case 'api':
      return pullFromApi(service, request, cursor)
    case 'markdown-list':
      return pullFromMarkdown(service, memory, request, cursor)
    case 'single-episodes':
      return pullSingle(service, request, cursor.offset)
  }
}

/** A3, else A5. Once a pass A3 is tried even where it was closed before, since services grow. */
async function pullFirst(
  service: Service,
  memory: ListMemory,
  request: PullRequest,
): Promise<Result<PulledPage>> {
  const byApi = await pullFromApi(service, request, { next: null })
  if (byApi.ok)
    return success(byApi.value.unchanged ? byApi.value : await withPodcast(service, request, byApi.value))
  if (!closesRoad(byApi.problem)) return byApi
  service.log.warn(`${request.podcastSlug}: no list of episodes (${byApi.problem.message}), trying its page`)
  const byList = await pullFromMarkdown(service, memory, request, null)
  if (byList.ok || !closesRoad(byList.problem)) return byList
  return {
    ok: false,
    problem: mostTelling([byApi.problem, byList.problem], noSuchPodcast(service, request.podcastSlug)),
  }
}

export function noSuchPodcast(service: Service, podcastSlug: string): Problem {
  return {
    code: 'not-found',
    message: `${service.name} has no podcast called “${podcastSlug}”. Check the spelling, or paste the address of its page.`,
  }
}

async function withPodcast(service: Service, request: PullRequest, page: PulledPage): Promise<PulledPage> {
  const podcast = await podcastFor(service, request, page)
  const expectedEpisodes = request.updatedSince === null ? (podcast?.episodeCount ?? null) : null
  return { ...page, podcast, expectedEpisodes }
}

/** A2, else A5, else what its episodes say; `null` where nothing better is known than the page already has. */
async function podcastFor(service: Service, request: PullRequest, page: PulledPage): Promise<Podcast | null> {
  const { podcastSlug } = request
  const byApi = await readPodcast(service, podcastSlug)
  if (byApi.ok) return byApi.value
  if (!closesRoad(byApi.problem)) return null
  const answer = await requestPodcastPage(service, podcastSlug)
  const byPage = answer.ok ? podcastPageOf(service, podcastSlug, answer.value) : answer
  if (byPage.ok) return podcastOfPage(podcastSlug, byPage.value)
  const title = page.episodes.find((episode) => episode.podcastTitle !== '')?.podcastTitle ?? null
  return title === null && request.updatedSince !== null ? null : podcastFromTitle(podcastSlug, title)
}

/** Episodes that are known one by one, each read again. */
async function pullSingle(
  service: Service,
  request: PullRequest,
  offset: number,
): Promise<Result<PulledPage>> {
  const { podcastSlug, episodeSlugs } = request
  const end = offset + singleEpisodesAtOnce
  const read = await readEach(service, podcastSlug, episodeSlugs.slice(offset, end), readEpisode)
  if (!read.ok) return read
  return success({
    ...emptyPage,
    ...read.value,
    path: 'single-episodes',
    nextCursor: end < episodeSlugs.length ? writeCursor({ path: 'single-episodes', offset: end }) : null,
    expectedEpisodes: episodeSlugs.length,
  })
}
