import type { PulledPage, PullRequest } from '../../../shared/models/sync.ts'
import { failure, type Problem, type Result } from '../../../shared/result.ts'
import { readCursor, readValidator, type StoredValidator } from './cursor.ts'
import { isTrusted, type PassesUnderWay } from './passes-under-way.ts'
import { pullFirstFromApi, pullNextFromApi } from './pull-api.ts'
import { pullFirstFromMarkdown, pullNextFromMarkdown } from './pull-markdown.ts'
import { pullSingle } from './pull-single.ts'
import { closesRoad, mostTelling, noSuchPodcast, type Service } from './service.ts'

/** One page of a pass, by the road that its cursor names; a new pass looks for the best road. */
export function pullPage(
  service: Service,
  passes: PassesUnderWay,
  request: PullRequest,
): Promise<Result<PulledPage>> {
  const cursor = request.cursor === null ? null : readCursor(request.cursor)
  if (cursor === null) {
    // A cursor of another version of the app begins the pass anew, which is harmless.
    return request.path === 'single-episodes'
      ? pullSingle(service, passes, request, 0)
      : pullFirst(service, passes, request)
  }
  switch (cursor.path) {
    case 'api':
      return pullNextFromApi(service, request.podcastSlug, cursor)
    case 'markdown-list':
      return pullNextFromMarkdown(service, passes, request.podcastSlug, cursor)
    case 'single-episodes':
      return pullSingle(service, passes, request, cursor.offset)
  }
}

/**
 * A3, else A5; of a podcast that was read by A3 before, A5 only when that was not found twice in a row, since the page
 * tells less and is read for a day then. Where A3 was closed, A5 is asked alone for as long as what was read by it is trusted: then A3 is tried again,
 * since services grow.
 */
async function pullFirst(
  service: Service,
  passes: PassesUnderWay,
  request: PullRequest,
): Promise<Result<PulledPage>> {
  const stored = storedList(request)
  if (stored !== null && isTrusted(stored.readAtMs, service.now())) {
    const byList = await pullFirstFromMarkdown(service, passes, request, stored)
    if (byList.ok || !closesRoad(byList.problem)) return byList
  }
  const byApi = await pullFirstFromApi(service, request)
  if (byApi.ok) passes.missedOnce.delete(request.podcastSlug)
  if (byApi.ok || !closesRoad(byApi.problem)) return byApi
  if (isSlip(passes, request, byApi.problem)) return noListThisTime(service, request.podcastSlug)
  service.log.warn(`${request.podcastSlug}: no list of episodes (${byApi.problem.message}), trying its page`)
  const byList = await pullFirstFromMarkdown(service, passes, request, stored)
  if (byList.ok || !closesRoad(byList.problem)) return byList
  return {
    ok: false,
    problem: mostTelling([byApi.problem, byList.problem], noSuchPodcast(service, request.podcastSlug)),
  }
}

/** Whether a list that was there before is missing for the first time; the next time is the second. */
function isSlip({ missedOnce }: PassesUnderWay, { path, podcastSlug }: PullRequest, { code }: Problem) {
  if (code !== 'not-found' || path !== 'api' || missedOnce.has(podcastSlug)) return false
  missedOnce.add(podcastSlug)
  return true
}

function noListThisTime(service: Service, podcastSlug: string): Result<never> {
  service.log.warn(`${podcastSlug}: its list of episodes was not found this time`)
  return failure(
    'not-found',
    `${service.name} did not find the list of the episodes of “${podcastSlug}” this time, though it did before. What you have stays as it is, and Earmark asks again soon.`,
  )
}

function storedList(request: PullRequest): Extract<StoredValidator, { path: 'markdown-list' }> | null {
  const stored = readValidator(request.validator)
  return stored?.path === 'markdown-list' ? stored : null
}
