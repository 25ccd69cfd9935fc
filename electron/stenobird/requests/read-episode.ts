import type { Episode } from '../../../shared/models/episode.ts'
import type { ReadEpisode } from '../../../shared/models/sync.ts'
import { failure, type Problem, type Result, success } from '../../../shared/result.ts'
import { assumedAddresses } from '../assumed.ts'
import { knownAddresses } from '../known.ts'
import type { PageFormat } from '../page-reader/page-format.ts'
import { readEpisodePage } from '../page-reader/read-episode-page.ts'
import type { Identity } from '../reading/assemble-episode.ts'
import { mapEpisode } from '../wire/map-episode.ts'
import { requestJson, requestText } from './documents.ts'
import { closesRoad, mostTelling, type Service } from './service.ts'

type Road = (service: Service, identity: Identity) => Promise<Result<Episode>>

/** One episode by A4, else K2, else K1. */
export const readEpisode = byFirstOpen(fromApi, fromMarkdown, fromHtml)
/** One episode by K2, else K1, for a service that is known to lack the rest. */
export const readEpisodePages = byFirstOpen(fromMarkdown, fromHtml)

/** An episode that is known of: as it is now, or that the service has it no longer. */
export async function readKnownEpisode(service: Service, identity: Identity): Promise<Result<ReadEpisode>> {
  const read = await readEpisode(service, identity)
  if (read.ok) return success({ kind: 'read', episode: read.value })
  return read.problem.code === 'not-found' ? success({ kind: 'gone' }) : read
}

function byFirstOpen(...roads: Road[]): Road {
  return async (service, identity) => {
    const problems: Problem[] = []
    for (const road of roads) {
      const read = await road(service, identity)
      if (read.ok || !closesRoad(read.problem)) return read
      problems.push(read.problem)
    }
    // Roads that refuse the question, all of them, do not say that there is no such episode.
    const otherwise = problems.find(({ code }) => code === 'not-found') ?? problems[0]
    const problem: Problem = mostTelling(problems, {
      code: otherwise?.code ?? 'not-found',
      message: `${service.name} has no episode “${identity.slug}” of “${identity.podcastSlug}”. Check the address for a mistake.`,
    })
    return { ok: false, problem }
  }
}

async function fromApi(service: Service, { podcastSlug, slug }: Identity): Promise<Result<Episode>> {
  const answer = await requestJson(service, assumedAddresses.episode(service.base, podcastSlug, slug))
  if (!answer.ok) return answer
  const mapped = mapEpisode(podcastSlug, answer.value.kind === 'json' ? answer.value.json : null)
  if (!mapped.ok) return failure('unreadable', `The answer about “${slug}” is no episode. ${mapped.reason}`)
  // An answer about another episode would overwrite that one under this one's name.
  if (mapped.episode.slug !== slug) {
    return failure(
      'unreadable',
      `Asked for “${slug}”, ${service.name} answered with “${mapped.episode.slug}”.`,
    )
  }
  return success(mapped.episode)
}

function fromMarkdown(service: Service, identity: Identity): Promise<Result<Episode>> {
  const url = knownAddresses.episodeMarkdown(service.base, identity.podcastSlug, identity.slug)
  return fromPage(service, identity, url, 'markdown', 'text/markdown, text/plain;q=0.8')
}

function fromHtml(service: Service, identity: Identity): Promise<Result<Episode>> {
  const url = knownAddresses.episodePage(service.base, identity.podcastSlug, identity.slug)
  return fromPage(service, identity, url, 'html', 'text/html')
}

async function fromPage(
  service: Service,
  identity: Identity,
  url: string,
  format: PageFormat,
  accept: string,
): Promise<Result<Episode>> {
  const page = await requestText(service, url, accept)
  if (!page.ok) return page
  const { episode, understood } = readEpisodePage({ text: page.value.text, format, identity, address: url })
  if (understood) return success(episode)
  return failure(
    'unreadable',
    `What ${service.name} sent for “${identity.slug}” is not the page of an episode.`,
  )
}
