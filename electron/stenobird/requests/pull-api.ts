import type { Episode } from '../../../shared/models/episode.ts'
import { type PulledPage, type PullRequest, serviceLeewayMs } from '../../../shared/models/sync.ts'
import { failure, type Result, success } from '../../../shared/result.ts'
import { type CursorAt, readValidator, type StoredAt, writeCursor, writeValidator } from './cursor.ts'
import { emptyPage } from './empty-page.ts'
import { type List, requestList, requestListSince } from './episode-list.ts'
import { podcastFacts } from './podcast-facts.ts'
import type { Service } from './service.ts'

type Progress = Omit<CursorAt<'api'>, 'path' | 'next'>

/** So many episodes are asked for again and again; a longer list gives way to what came after it. */
const shortList = 25

/** The first page of a pass by A3, with what is known of the podcast. */
export async function pullFirstFromApi(service: Service, request: PullRequest): Promise<Result<PulledPage>> {
  const { podcastSlug } = request
  const stored = readValidator(request.validator)
  const known = stored?.path === 'api' ? stored : null
  // What was read by pages since tells less than the list does, so the list is to bring all of it.
  const asked = request.path === 'markdown-list' ? null : request.updatedSince
  const since = known === null ? asked : known.since
  const question = { podcastSlug, cursor: null, updatedSince: since }
  const answer = await requestListSince(service, question, known?.list ?? null)
  if (!answer.ok) return answer
  const list = answer.value
  const { freshForSeconds, servedAt } = list
  if (list.kind === 'not-modified') {
    return success({ ...emptyPage, unchanged: true, validator: request.validator, freshForSeconds })
  }
  const facts = await podcastFacts(service, request, list.episodes, known?.podcast ?? null)
  const progress = { since, newest: newestOf(null, list.episodes), servedAt, podcast: facts.validator }
  const page = await pageOf(service, podcastSlug, list, progress, ownValidator(list, progress))
  const expectedEpisodes = since === null ? (facts.podcast?.episodeCount ?? null) : null
  return success({ ...page, podcast: facts.podcast, servedAt, freshForSeconds, expectedEpisodes })
}

/** A later page of a pass by A3. */
export async function pullNextFromApi(
  service: Service,
  podcastSlug: string,
  place: CursorAt<'api'>,
): Promise<Result<PulledPage>> {
  const question = { podcastSlug, cursor: place.next, updatedSince: place.since }
  const answer = await requestList(service, question)
  if (!answer.ok) return answer
  const list = answer.value
  if (list.next === place.next) {
    return failure('unreadable', `${service.name} sends the same page of “${podcastSlug}” over and over.`)
  }
  const progress = { ...place, newest: newestOf(place.newest, list.episodes) }
  // Of a list of several pages the first one can stay as it is while a later one changes.
  return success(await pageOf(service, podcastSlug, list, progress, null))
}

async function pageOf(
  service: Service,
  podcastSlug: string,
  list: List,
  progress: Progress,
  own: StoredAt<'api'> | null,
): Promise<PulledPage> {
  const { episodes, broken, next } = list
  if (next !== null) {
    const { since, newest, servedAt, podcast } = progress
    const nextCursor = writeCursor({ path: 'api', next, since, newest, servedAt, podcast })
    return { ...emptyPage, episodes, broken, nextCursor }
  }
  if (list.validator === null) return { ...emptyPage, episodes, broken }
  if (own !== null && episodes.length + broken.length <= shortList) {
    return { ...emptyPage, episodes, broken, validator: writeValidator(own) }
  }
  const news = await askForNews(service, podcastSlug, progress)
  return {
    ...emptyPage,
    episodes: merged(episodes, news?.episodes ?? []),
    broken,
    validator: writeValidator(news?.validator ?? own),
  }
}

function ownValidator(list: List, progress: Progress): StoredAt<'api'> | null {
  if (list.validator === null) return null
  return { path: 'api', since: progress.since, list: list.validator, podcast: progress.podcast }
}

/**
 * Asks at the end of a long pass what came after it, which is what the next one will ask: so the next one has a validator,
 * and costs no body when nothing changed. `null` where that cannot be had, which is no reason to lose the page.
 */
async function askForNews(
  service: Service,
  podcastSlug: string,
  progress: Progress,
): Promise<{ episodes: Episode[]; validator: StoredAt<'api'> } | null> {
  const since = vouchedUntil(progress)
  if (since === null) return null
  const news = await requestList(service, { podcastSlug, cursor: null, updatedSince: since })
  if (!news.ok) return null
  const { episodes, broken, next, validator } = news.value
  if (validator === null || next !== null || broken.length > 0) return null
  return { episodes, validator: { path: 'api', since, list: validator, podcast: progress.podcast } }
}

/**
 * Up to when the pass has seen every change: just past the newest one, by the clock of the service no later than changes are
 * sure to be visible. ISO 8601 UTC.
 */
function vouchedUntil({ newest, servedAt }: Progress): string | null {
  if (servedAt === null) return newest
  const ceilingMs = Date.parse(servedAt) - serviceLeewayMs
  const pastNewestMs = newest === null ? Number.POSITIVE_INFINITY : Date.parse(newest) + 1000
  return new Date(Math.min(ceilingMs, pastNewestMs)).toISOString()
}

function newestOf(before: string | null, episodes: readonly Episode[]): string | null {
  let newest = before
  for (const { updatedAt } of episodes) {
    if (updatedAt !== null && (newest === null || Date.parse(updatedAt) > Date.parse(newest)))
      newest = updatedAt
  }
  return newest
}

/** The newer reading of each. */
function merged(episodes: Episode[], news: readonly Episode[]): Episode[] {
  if (news.length === 0) return episodes
  const newer = new Set(news.map((episode) => episode.slug))
  return [...episodes.filter((episode) => !newer.has(episode.slug)), ...news]
}
