import type { Problem } from '../../shared/result.ts'
import { database } from './database.ts'
import type { SyncRow } from './rows.ts'

/** A podcast of which nothing was read yet. */
export function newSync(podcastSlug: string): SyncRow {
  return {
    podcastSlug,
    serviceAddress: null,
    cursor: null,
    passNewest: null,
    passCeiling: null,
    updatedSince: null,
    passValidator: null,
    validator: null,
    path: null,
    lastSyncedAt: null,
    lastProblem: null,
    notBeforeMs: 0,
    receivedEpisodes: 0,
    expectedEpisodes: null,
    broken: [],
  }
}

export async function syncOf(podcastSlug: string): Promise<SyncRow | undefined> {
  return database.syncs.get(podcastSlug)
}

export async function listSyncs(): Promise<SyncRow[]> {
  return database.syncs.toArray()
}

/** Keeps why a pass stopped. Its cursor stays, so that the next one goes on from there. */
export async function keepSyncProblem(podcastSlug: string, problem: Problem, nowMs: number): Promise<void> {
  const waitMs = (problem.retryAfterSeconds ?? 0) * 1000
  await database.syncs.update(podcastSlug, {
    lastProblem: problem,
    notBeforeMs: waitMs > 0 ? nowMs + waitMs : 0,
  })
}

/** Gives up how far the running pass came, so that the next page is its first. */
export async function beginPassAnew(podcastSlug: string): Promise<void> {
  await database.syncs.update(podcastSlug, {
    cursor: null,
    passNewest: null,
    passCeiling: null,
    passValidator: null,
  })
}

/** Another service knows neither the cursors nor the validators of the last one: with it, reading begins at the beginning. */
export async function beginWithService(podcastSlug: string, serviceAddress: string): Promise<void> {
  await database.transaction('rw', database.syncs, async () => {
    const sync = await database.syncs.get(podcastSlug)
    if (sync === undefined || sync.serviceAddress === serviceAddress) return
    const { lastSyncedAt } = sync
    const path = sync.path === 'single-episodes' ? sync.path : null
    const learned = sync.serviceAddress === null ? sync : { ...newSync(podcastSlug), path, lastSyncedAt }
    await database.syncs.put({ ...learned, serviceAddress })
  })
}
