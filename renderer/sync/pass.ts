import type { PulledPage } from '../../shared/models/sync.ts'
import { failure, type Problem, type ProblemCode, type Result, success } from '../../shared/result.ts'
import { mostEpisodesOfPodcast } from '../db/directory.ts'
import { podcastBySlug } from '../db/podcasts.ts'
import type { SyncRow } from '../db/rows.ts'
import { storageProblem } from '../db/storage-problem.ts'
import { type Commit, commitPage } from '../db/sync-pages.ts'
import { beginPassAnew, beginSweep, beginWithService, keepSyncProblem, syncOf } from '../db/syncs.ts'
import { finishPass, type ReadPass } from './finish-pass.ts'
import { nothingNew, type PassEnd, type PassParts, passStopped, together } from './pass-parts.ts'
import { type Asked, askForNext, askForPage } from './pull-page.ts'
import { isSweepDue } from './sweep.ts'
import { newTrail, type Trail } from './trail.ts'

/** One that goes on, one for what changed since that was begun, one over all of them. */
const mostPasses = 3

/**
 * Brings a podcast up to date. A pass that was begun earlier, perhaps days ago, shows its first pages as they were then,
 * so another one brings the rest; and one over the whole list follows where the service counts otherwise.
 */
export async function syncToNow(parts: PassParts): Promise<Result<PassEnd>> {
  let end = nothingNew
  for (let passes = 0; passes < mostPasses; passes += 1) {
    const pass = await runPass(parts)
    if (!pass.ok) return pass
    end = together(end, pass.value.end)
    if (!pass.value.another) break
  }
  return success(end)
}

/**
 * Reads a podcast page by page, from where the last committed page ended, until there is no next one. A problem is
 * kept in the sync row; how far it came is kept either way, unless the service no longer knows the cursor: then the
 * pass begins anew, once.
 */
export async function runPass(parts: PassParts): Promise<Result<{ end: PassEnd; another: boolean }>> {
  const { podcastSlug, stop } = parts
  await beginWithService(podcastSlug, parts.serviceAddress)
  const before = await syncOf(podcastSlug)
  if (before === undefined) return removed
  if (before.cursor === null && isSweepDue(before, Date.now())) await beginSweep(podcastSlug)
  const brokenBefore = new Set(before.broken.flatMap(({ slug }) => slug ?? []))
  let walk = newWalk()
  let begunAnew = false
  while (!stop.aborted) {
    const step = await readPage(parts, walk)
    switch (step.kind) {
      case 'more':
        continue
      case 'ended': {
        const { sweepNow, ...found } = await finishPass(parts, { ...step.pass, brokenBefore })
        if (sweepNow) await beginSweep(podcastSlug)
        return success({
          end: { ...endOf(step.pass), ...found },
          another: before.cursor !== null || sweepNow,
        })
      }
      case 'removed':
        return removed
      case 'stopped':
        return stopped(podcastSlug, step.problem)
      case 'cursor-lost':
        await beginPassAnew(podcastSlug)
        if (begunAnew) return stopped(podcastSlug, step.problem)
        begunAnew = true
        walk = newWalk()
    }
  }
  return passStopped
}

const removed = failure('cancelled', 'The podcast was removed while it was syncing.')

/** `ahead` is the next page, on its way while the last one was written. */
type Walk = { trail: Trail; ahead: Asked | null }
const newWalk = (): Walk => ({ trail: newTrail(), ahead: null })

type Step =
  | { kind: 'more' | 'removed' }
  | { kind: 'ended'; pass: Omit<ReadPass, 'brokenBefore'> }
  | { kind: 'stopped' | 'cursor-lost'; problem: Problem }

/** One page: asked for, committed, shown. */
async function readPage({ podcastSlug, source, showRead }: PassParts, walk: Walk): Promise<Step> {
  const [podcast, sync] = await Promise.all([podcastBySlug(podcastSlug), syncOf(podcastSlug)])
  if (podcast === undefined || sync === undefined) return { kind: 'removed' }
  const { trail } = walk
  if (trail.leadsNowhere(sync.cursor)) return { kind: 'cursor-lost', problem: goesInCircles }

  const isAhead = walk.ahead?.request.cursor === sync.cursor
  const asked = isAhead && walk.ahead !== null ? walk.ahead : await askForPage(source, podcast, sync)
  const pulled = await asked.answer
  if (!pulled.ok) {
    const lost = sync.cursor !== null && refusesCursor(pulled.problem.code)
    return { kind: lost ? 'cursor-lost' : 'stopped', problem: pulled.problem }
  }
  const page = pulled.value
  trail.follow(asked.request, page)
  if (trail.listed.size > mostEpisodesOfPodcast) return { kind: 'stopped', problem: tooManyEpisodes }
  const goesOn = page.nextCursor !== null && !trail.leadsNowhere(page.nextCursor)
  walk.ahead = goesOn ? askForNext(source, asked, page) : null

  const committed = await commit(podcastSlug, sync.cursor, page)
  if (!committed.ok) return { kind: 'stopped', problem: committed.problem }
  if (committed.value.kind === 'overtaken') return { kind: 'more' }
  if (committed.value.kind === 'gone') return { kind: 'removed' }
  if (committed.value.kind === 'full') return { kind: 'stopped', problem: tooManyEpisodes }
  const now = committed.value.sync
  if (now.cursor === null) return { kind: 'ended', pass: { podcast, trail, lastPage: page, sync: now } }
  showRead(now.receivedEpisodes, now.expectedEpisodes)
  return { kind: 'more' }
}

const goesInCircles: Problem = {
  code: 'unreadable',
  message:
    'The service sends the same part of its list again and again. What had arrived is kept; please try again later.',
}

const tooManyEpisodes: Problem = {
  code: 'too-large',
  message: `The service lists more than ${mostEpisodesOfPodcast.toLocaleString('en')} episodes of this podcast, and Earmark keeps no more of one. What was stored stays; the rest was not read.`,
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

function endOf({ sync, lastPage }: { sync: SyncRow; lastPage: PulledPage }): PassEnd {
  if (lastPage.unchanged) return nothingNew
  return {
    ...nothingNew,
    unchanged: false,
    receivedEpisodes: sync.receivedEpisodes,
    newEpisodes: sync.counts.new,
    changedEpisodes: sync.counts.changed,
  }
}
