import type { Episode } from '../../../shared/models/episode.ts'
import type { BrokenEpisode, PulledPage, PullRequest } from '../../../shared/models/sync.ts'
import { failure, type Result, success } from '../../../shared/result.ts'
import { assumedAddresses, wireEpisodesSchema } from '../assumed.ts'
import { mapEpisode } from '../wire/map-episode.ts'
import { readValidator, type StoredValidator, writeCursor, writeValidator } from './cursor.ts'
import { requestJson } from './documents.ts'
import type { Service } from './service.ts'

const pageSize = 100

export type ApiPlace = { next: string | null }

export const emptyPage: PulledPage = {
  unchanged: false,
  podcast: null,
  episodes: [],
  unchangedSlugs: [],
  broken: [],
  nextCursor: null,
  validator: null,
  path: 'api',
  expectedEpisodes: null,
  servedAt: null,
  freshForSeconds: null,
}

/** One page by A3; the podcast itself is left to the caller. */
export async function pullFromApi(
  service: Service,
  request: PullRequest,
  place: ApiPlace,
): Promise<Result<PulledPage>> {
  const { podcastSlug, updatedSince } = request
  const isFirst = place.next === null
  const known = isFirst ? readValidator(request.validator) : null
  const url = assumedAddresses.episodes(service.base, podcastSlug, {
    cursor: place.next,
    limit: pageSize,
    updatedSince,
  })
  const answer = await requestJson(service, url, known?.path === 'api' ? known : null)
  if (!answer.ok) return answer
  if (answer.value.kind === 'not-modified') {
    const { freshForSeconds } = answer.value
    return success({ ...emptyPage, unchanged: true, validator: request.validator, freshForSeconds })
  }
  const wire = wireEpisodesSchema.safeParse(answer.value.json)
  if (!wire.success) {
    return failure('unreadable', `What ${service.name} sent for “${podcastSlug}” is not a list of episodes.`)
  }
  const next = wire.data.next_cursor ?? null
  if (next !== null && next === place.next) {
    return failure('unreadable', `${service.name} sends the same page of “${podcastSlug}” over and over.`)
  }
  // Of a list of several pages the first one can stay as it is while a later one changes.
  const isWhole = isFirst && (next === null || next === '')
  const validator: StoredValidator | null =
    isWhole && answer.value.validator !== null ? { path: 'api', ...answer.value.validator } : null
  return success({
    ...emptyPage,
    ...mapEpisodes(podcastSlug, wire.data.episodes),
    nextCursor: next === null || next === '' ? null : writeCursor({ path: 'api', next }),
    validator: writeValidator(validator),
    servedAt: isFirst ? answer.value.servedAt : null,
    freshForSeconds: isFirst ? answer.value.freshForSeconds : null,
  })
}

function mapEpisodes(
  podcastSlug: string,
  wire: readonly unknown[],
): { episodes: Episode[]; broken: BrokenEpisode[] } {
  const episodes: Episode[] = []
  const broken: BrokenEpisode[] = []
  for (const item of wire) {
    const mapped = mapEpisode(podcastSlug, item)
    if (mapped.ok) episodes.push(mapped.episode)
    else broken.push({ slug: mapped.slug, reason: mapped.reason })
  }
  return { episodes, broken }
}
