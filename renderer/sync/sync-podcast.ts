import PQueue from 'p-queue'
import type { SourceId } from '../../shared/models/podcast.ts'
import { failure, type Result } from '../../shared/result.ts'
import { podcastBySlug } from '../db/podcasts.ts'
import { storageProblem } from '../db/storage-problem.ts'
import { serviceAddress } from '../settings/store.ts'
import { reportFault } from '../shell/faults.ts'
import type { PassEnd } from './pass-parts.ts'
import { createPassRunner } from './pass-runner.ts'
import { hideProgress, readShower, showProgress, showStopping } from './progress.ts'
import { openPassWorker } from './worker/open-worker.ts'

const runner = createPassRunner({ open: openPassWorker, report: reportFault })

/** Two podcasts at a time: each has one request under way, and a service is asked for no more than that. */
const passesPerSource = 2
const queues: Readonly<Record<SourceId, PQueue>> = {
  stenobird: new PQueue({ concurrency: passesPerSource }),
  guide: new PQueue({ concurrency: passesPerSource }),
}

/** What a person waits for goes before what is merely due, and the one podcast that was asked for before all of them. */
const priorities = { due: 0, 'asked-with-all': 1, asked: 2 } as const
export type Urgency = keyof typeof priorities

type Run = {
  urgency: Urgency
  /** Where it waits for its turn. */
  line: PQueue | null
  done: Promise<Result<PassEnd>>
  stop: AbortController
}

const runs = new Map<string, Run>()

/** Syncs one podcast. Never two at once for one: asked for again meanwhile, it gives the same answer. */
export function syncPodcast(podcastSlug: string, urgency: Urgency): Promise<Result<PassEnd>> {
  const current = runs.get(podcastSlug)
  if (current === undefined) return begin(podcastSlug, urgency)
  if (current.stop.signal.aborted) return current.done.then(() => syncPodcast(podcastSlug, urgency))
  if (priorities[urgency] > priorities[current.urgency]) {
    current.urgency = urgency
    current.line?.setPriority(podcastSlug, priorities[urgency])
  }
  return current.done
}

/** Stops at once: the request under way is let go of. What was read stays, and the next sync goes on from there. */
export function cancelSync(podcastSlug: string): void {
  const run = runs.get(podcastSlug)
  if (run === undefined) return
  run.stop.abort()
  showStopping(podcastSlug)
}

function begin(podcastSlug: string, urgency: Urgency): Promise<Result<PassEnd>> {
  const { promise: done, resolve } = Promise.withResolvers<Result<PassEnd>>()
  const run: Run = { urgency, line: null, done, stop: new AbortController() }
  runs.set(podcastSlug, run)
  showProgress(podcastSlug, { phase: 'queued', received: 0, expected: null })
  const ended = inTurn(podcastSlug, run)
    .catch((error: unknown): Result<PassEnd> => {
      const problem = storageProblem(error)
      if (problem === null) throw error
      return { ok: false, problem }
    })
    .finally(() => {
      runs.delete(podcastSlug)
      hideProgress(podcastSlug)
    })
  resolve(ended)
  return done
}

async function inTurn(podcastSlug: string, run: Run): Promise<Result<PassEnd>> {
  const podcast = await podcastBySlug(podcastSlug)
  if (podcast === undefined) return failure('cancelled', 'The podcast is not in the library any more.')
  const stop = run.stop.signal
  run.line = queues[podcast.source]
  return run.line.add(
    () => {
      run.line = null
      if (!stop.aborted) showProgress(podcastSlug, { phase: 'reading', received: 0, expected: null })
      return runner.run({
        podcastSlug,
        serviceAddress: serviceAddress(),
        showRead: readShower(podcastSlug),
        stop,
      })
    },
    { id: podcastSlug, priority: priorities[run.urgency] },
  )
}
