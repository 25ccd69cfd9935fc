import type { Episode } from '../../../shared/models/episode.ts'
import { failure, type Result, success } from '../../../shared/result.ts'
import { assumedAddresses } from '../assumed.ts'
import { knownAddresses } from '../known.ts'
import type { PageFormat } from '../page-reader/page-format.ts'
import type { Identity } from '../reading/assemble-episode.ts'
import type { KeptPage, Validator } from './cursor.ts'
import { acceptHtml, acceptJson, acceptMarkdown, notJson, requestDocument } from './documents.ts'
import type { Service } from './service.ts'

/** A way to one episode, by its row in STENOBIRD.md. */
export type Road = KeptPage['road']

export type RoadAnswer = { validator: Validator | null; freshForSeconds: number | null } & (
  | { kind: 'read'; episode: Episode }
  | { kind: 'not-modified' }
)

/** One episode by one road. `known` is what was kept of the last answer by that road. */
export async function requestByRoad(
  service: Service,
  identity: Identity,
  road: Road,
  known: Validator | null,
): Promise<Result<RoadAnswer>> {
  const { url, accept, read } = roads[road](service, identity)
  const answer = await requestDocument(service, { url, accept, since: known })
  if (!answer.ok) return answer
  const { freshForSeconds } = answer.value
  if (answer.value.kind === 'not-modified') {
    return success({ kind: 'not-modified', validator: known, freshForSeconds })
  }
  const { validator, text } = answer.value
  const episode = await read(text)
  return episode.ok ? success({ kind: 'read', episode: episode.value, validator, freshForSeconds }) : episode
}

type Way = { url: string; accept: string; read: (text: string) => Promise<Result<Episode>> }

const roads: Readonly<Record<Road, (service: Service, identity: Identity) => Way>> = {
  A4: (service, identity) => ({
    url: assumedAddresses.episode(service.base, identity.podcastSlug, identity.slug),
    accept: acceptJson,
    read: (text) => readResource(service, identity, text),
  }),
  K2: (service, identity) => {
    const url = knownAddresses.episodeMarkdown(service.base, identity.podcastSlug, identity.slug)
    return { url, accept: acceptMarkdown, read: (text) => readPage(service, identity, 'markdown', url, text) }
  },
  K1: (service, identity) => {
    const url = knownAddresses.episodePage(service.base, identity.podcastSlug, identity.slug)
    return { url, accept: acceptHtml, read: (text) => readPage(service, identity, 'html', url, text) }
  },
}

async function readResource(
  service: Service,
  { podcastSlug, slug }: Identity,
  text: string,
): Promise<Result<Episode>> {
  const reading = await service.reader.read('episode-resource', { podcastSlug, text })
  if (!reading.ok) return reading
  switch (reading.value.kind) {
    case 'unlike':
      return failure('unreadable', `The answer about “${slug}” is no episode. ${reading.value.reason}`)
    case 'read':
      break
    default:
      return notJson(service, reading.value.kind)
  }
  const episode = reading.value.value
  if (episode.slug === slug) return success(episode)
  // An answer about another episode would overwrite that one under this one's name.
  return failure('unreadable', `Asked for “${slug}”, ${service.name} answered with “${episode.slug}”.`)
}

async function readPage(
  service: Service,
  identity: Identity,
  format: PageFormat,
  address: string,
  text: string,
): Promise<Result<Episode>> {
  const reading = await service.reader.read('episode-page', { text, format, identity, address })
  if (!reading.ok) return reading
  if (reading.value.understood) return success(reading.value.episode)
  return failure(
    'unreadable',
    `What ${service.name} sent for “${identity.slug}” is not the page of an episode.`,
  )
}
