import PQueue from 'p-queue'
import type { Result } from '../../shared/result.ts'
import { storageProblem } from '../db/storage-problem.ts'
import { syncOf } from '../db/syncs.ts'
import { type PassEnd, runPass } from './pass.ts'
import { hideProgress, showProgress, showStopping } from './progress.ts'

/** Two podcasts at a time: each has one request under way, and the service is asked for no more than that. */
const passes = new PQueue({ concurrency: 2 })

type Run = { done: Promise<Result<PassEnd>>; stop: AbortController }

const runs = new Map<string, Run>()

/** Syncs one podcast. Never two at once for one: asked for again meanwhile, it gives the same answer. */
export function syncPodcast(podcastSlug: string): Promise<Result<PassEnd>> {
  const current = runs.get(podcastSlug)
  if (current === undefined) return begin(podcastSlug)
  if (!current.stop.signal.aborted) return current.done
  return current.done.then(() => syncPodcast(podcastSlug))
}

/** Stops after the page under way. What was read stays, and the next sync goes on from there. */
export function cancelSync(podcastSlug: string): void {
  const run = runs.get(podcastSlug)
  if (run === undefined) return
  run.stop.abort()
  showStopping(podcastSlug)
}

function begin(podcastSlug: string): Promise<Result<PassEnd>> {
  const stop = new AbortController()
  showProgress(podcastSlug, { phase: 'queued', received: 0, expected: null })
  const done = passes
    .add(() => {
      if (!stop.signal.aborted) showProgress(podcastSlug, { phase: 'reading', received: 0, expected: null })
      return upToDate(podcastSlug, stop.signal)
    })
    .catch((error: unknown): Result<PassEnd> => {
      const problem = storageProblem(error)
      if (problem === null) throw error
      return { ok: false, problem }
    })
    .finally(() => {
      runs.delete(podcastSlug)
      hideProgress(podcastSlug)
    })
  runs.set(podcastSlug, { done, stop })
  return done
}

/** A pass that was begun earlier, perhaps days ago, shows its first pages as they were then: a second one brings the rest. */
async function upToDate(podcastSlug: string, stop: AbortSignal): Promise<Result<PassEnd>> {
  const wasBegunEarlier = typeof (await syncOf(podcastSlug))?.cursor === 'string'
  const end = await runPass(podcastSlug, stop)
  return end.ok && wasBegunEarlier ? runPass(podcastSlug, stop) : end
}
