import type { PulledPage, PullRequest } from '../../shared/models/sync.ts'
import { failure, type Result } from '../../shared/result.ts'
import { episodeSlugsOf, offeredSlugsOf } from '../db/episodes.ts'
import type { PodcastRow, SyncRow } from '../db/rows.ts'
import type { EpisodeSource } from './episode-source.ts'

/** As many as one request takes; a podcast known by single episodes has few. */
const mostEpisodeSlugs = 10_000

const falselyUnchanged = failure(
  'unreadable',
  'The service says that nothing changed, though nothing was read yet. Please try again later.',
)

/** A page that is being asked for. */
export type Asked = { request: PullRequest; answer: Promise<Result<PulledPage>> }

/** The page at which the pass stands. */
export async function askForPage(source: EpisodeSource, podcast: PodcastRow, sync: SyncRow): Promise<Asked> {
  const { cursor, sweeping, lastSyncedAt } = sync
  // By which road it was found says nothing of the road by which it can be read.
  const path = lastSyncedAt === null && sync.path !== 'single-episodes' ? null : sync.path
  return ask(source, {
    source: podcast.source,
    podcastSlug: podcast.slug,
    cursor,
    updatedSince: sweeping ? null : sync.updatedSince,
    // A page in the middle of a pass cannot be unchanged, so it is not asked about that.
    validator: sweeping || cursor !== null ? null : sync.validator,
    path,
    episodeSlugs: path === 'single-episodes' ? await singleSlugs(sync) : [],
  })
}

/** The page after one that was asked for; it can be on its way while that one is written. */
export function askForNext(source: EpisodeSource, { request }: Asked, page: PulledPage): Asked {
  return ask(source, { ...request, cursor: page.nextCursor, validator: null, path: page.path })
}

/** One that was withdrawn is asked for again now and then only; it may come back. */
async function singleSlugs({ podcastSlug, sweeping }: SyncRow): Promise<string[]> {
  const slugs = await (sweeping ? episodeSlugsOf(podcastSlug) : offeredSlugsOf(podcastSlug))
  return slugs.slice(0, mostEpisodeSlugs)
}

function ask(source: EpisodeSource, request: PullRequest): Asked {
  return { request, answer: source.pull(request).then((answer) => believed(request, answer)) }
}

function believed(request: PullRequest, answer: Result<PulledPage>): Result<PulledPage> {
  return answer.ok && answer.value.unchanged && request.validator === null ? falselyUnchanged : answer
}
