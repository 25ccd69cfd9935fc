import type { PulledPage, PullRequest } from '../../shared/models/sync.ts'
import { failure, type Problem, type ProblemCode, type Result, success } from '../../shared/result.ts'
import { episodeSlugsOf } from '../db/episodes.ts'
import { podcastBySlug } from '../db/podcasts.ts'
import type { PodcastRow, SyncRow } from '../db/rows.ts'
import { storageProblem } from '../db/storage-problem.ts'
import { type Commit, commitPage } from '../db/sync-pages.ts'
import { beginPassAnew, beginWithService, keepSyncProblem, syncOf } from '../db/syncs.ts'
import type { EpisodeSource } from './episode-source.ts'

export type PassParts = {
  podcastSlug: string
  /** Of the service that `source` asks; `SyncRow` tells why. */
  serviceAddress: string
  source: EpisodeSource
  /** Told after each page how many episodes the pass has brought, and how many it will, when that is known. */
  showRead: (received: number, expected: number | null) => void
  /** Ends the pass; a page that is being written is written whole. */
  stop: AbortSignal
}

export type PassEnd = {
  /** Nothing had changed since the last one. */
  unchanged: boolean
  receivedEpisodes: number
  /** Episodes that could not be read. */
  brokenEpisodes: number
}

/** As many as one request takes; a podcast known by single episodes has few. */
const mostEpisodeSlugs = 10_000

/** A pass that was begun earlier, perhaps days ago, shows its first pages as they were then: a second one brings the rest. */
export async function syncToNow(parts: PassParts): Promise<Result<PassEnd>> {
  const wasBegunEarlier = typeof (await syncOf(parts.podcastSlug))?.cursor === 'string'
  const end = await runPass(parts)
  if (!end.ok || !wasBegunEarlier) return end
  const since = await runPass(parts)
  return since.ok ? success(together(end.value, since.value)) : since
}

function together(one: PassEnd, other: PassEnd): PassEnd {
  return {
    unchanged: one.unchanged && other.unchanged,
    receivedEpisodes: one.receivedEpisodes + other.receivedEpisodes,
    brokenEpisodes: one.brokenEpisodes + other.brokenEpisodes,
  }
}

/**
 * Reads a podcast page by page, from where the last committed page ended, until there is no next one. A problem is
 * kept in the sync row; how far it came is kept either way, unless the service no longer knows the cursor: then the
 * pass begins anew, once.
 */
export async function runPass(parts: PassParts): Promise<Result<PassEnd>> {
  const { podcastSlug, stop } = parts
  await beginWithService(podcastSlug, parts.serviceAddress)
  let trail = newTrail()
  let begunAnew = false
  while (!stop.aborted) {
    const step = await readPage(parts, trail)
    switch (step.kind) {
      case 'more':
        continue
      case 'ended':
        return success(step.end)
      case 'removed':
        return failure('cancelled', 'The podcast was removed while it was syncing.')
      case 'stopped':
        return stopped(podcastSlug, step.problem)
      case 'cursor-lost':
        await beginPassAnew(podcastSlug)
        if (begunAnew) return stopped(podcastSlug, step.problem)
        begunAnew = true
        trail = newTrail()
    }
  }
  return failure(
    'cancelled',
    'The sync was stopped. What had arrived is kept, and the next one goes on there.',
  )
}

type Step =
  | { kind: 'more' | 'removed' }
  | { kind: 'ended'; end: PassEnd }
  | { kind: 'stopped' | 'cursor-lost'; problem: Problem }

/** What a pass has asked and heard, by which it knows a list that never ends. */
type Trail = { cursors: Set<string>; episodes: Set<string>; pagesWithoutNews: number }
const newTrail = (): Trail => ({ cursors: new Set(), episodes: new Set(), pagesWithoutNews: 0 })
/** A page that is empty, or holds only what an earlier one held, can happen; so many on end lead nowhere. */
const mostPagesWithoutNews = 20

function follow(trail: Trail, page: PulledPage): void {
  const before = trail.episodes.size
  for (const { slug } of [...page.episodes, ...page.broken]) if (slug !== null) trail.episodes.add(slug)
  for (const slug of page.unchangedSlugs) trail.episodes.add(slug)
  trail.pagesWithoutNews = trail.episodes.size > before ? 0 : trail.pagesWithoutNews + 1
}

/** One page: asked for, committed, shown. */
async function readPage({ podcastSlug, source, showRead }: PassParts, trail: Trail): Promise<Step> {
  const [podcast, sync] = await Promise.all([podcastBySlug(podcastSlug), syncOf(podcastSlug)])
  if (podcast === undefined || sync === undefined) return { kind: 'removed' }
  const repeats = sync.cursor !== null && trail.cursors.has(sync.cursor)
  if (repeats || trail.pagesWithoutNews > mostPagesWithoutNews)
    return { kind: 'cursor-lost', problem: goesInCircles }

  const pulled = await pull(source, podcast, sync)
  if (!pulled.ok) {
    const lost = sync.cursor !== null && refusesCursor(pulled.problem.code)
    return { kind: lost ? 'cursor-lost' : 'stopped', problem: pulled.problem }
  }

  const committed = await commit(podcastSlug, sync.cursor, pulled.value)
  if (!committed.ok) return { kind: 'stopped', problem: committed.problem }
  if (committed.value.kind === 'overtaken') return { kind: 'more' }
  if (committed.value.kind === 'gone') return { kind: 'removed' }
  const now = committed.value.sync
  if (now.cursor === null) return { kind: 'ended', end: endOf(now, pulled.value) }
  if (sync.cursor !== null) trail.cursors.add(sync.cursor)
  follow(trail, pulled.value)
  showRead(now.receivedEpisodes, now.expectedEpisodes)
  return { kind: 'more' }
}

const goesInCircles: Problem = {
  code: 'unreadable',
  message:
    'The service sends the same part of its list again and again. What had arrived is kept; please try again later.',
}

const falselyUnchanged = failure(
  'unreadable',
  'The service says that nothing changed, though nothing was read yet. Please try again later.',
)

async function pull(source: EpisodeSource, podcast: PodcastRow, sync: SyncRow): Promise<Result<PulledPage>> {
  const request: PullRequest = {
    source: podcast.source,
    podcastSlug: podcast.slug,
    cursor: sync.cursor,
    updatedSince: sync.updatedSince,
    // A page in the middle of a pass cannot be unchanged, so it is not asked about that.
    validator: sync.cursor === null ? sync.validator : null,
    path: sync.path,
    episodeSlugs:
      sync.path === 'single-episodes' ? (await episodeSlugsOf(podcast.slug)).slice(0, mostEpisodeSlugs) : [],
  }
  const pulled = await source.pull(request)
  if (pulled.ok && pulled.value.unchanged && request.validator === null) return falselyUnchanged
  return pulled
}

async function commit(podcastSlug: string, cursor: string | null, page: PulledPage): Promise<Result<Commit>> {
  try {
    return success(await commitPage(podcastSlug, cursor, page, new Date().toISOString()))
  } catch (error) {
    const problem = storageProblem(error)
    if (problem === null) throw error
    return { ok: false, problem }
  }
}

/** In the middle of a pass these say that the service no longer knows the cursor. */
function refusesCursor(code: ProblemCode): boolean {
  return code === 'rejected' || code === 'not-found'
}

async function stopped(podcastSlug: string, problem: Problem): Promise<Result<never>> {
  if (problem.code === 'cancelled') return { ok: false, problem }
  try {
    await keepSyncProblem(podcastSlug, problem)
  } catch (error) {
    // A disk too full for a page can be too full for the reason as well; whoever asked still gets it.
    if (storageProblem(error) === null) throw error
  }
  return { ok: false, problem }
}

function endOf(sync: SyncRow, page: PulledPage): PassEnd {
  return page.unchanged
    ? { unchanged: true, receivedEpisodes: 0, brokenEpisodes: 0 }
    : { unchanged: false, receivedEpisodes: sync.receivedEpisodes, brokenEpisodes: sync.broken.length }
}
