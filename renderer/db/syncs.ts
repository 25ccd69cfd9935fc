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
    lastSweptAt: null,
    sweeping: false,
    unconfirmed: [],
    countDifference: null,
    lastProblem: null,
    receivedEpisodes: 0,
    expectedEpisodes: null,
    counts: { new: 0, changed: 0, unchanged: 0 },
    broken: [],
    shelvesStamp: null,
  }
}

export async function syncOf(podcastSlug: string): Promise<SyncRow | undefined> {
  return database.syncs.get(podcastSlug)
}

/** Keeps why a pass stopped. Its cursor stays, so that the next one goes on from there. */
export async function keepSyncProblem(podcastSlug: string, problem: Problem): Promise<void> {
  await database.syncs.update(podcastSlug, { lastProblem: problem })
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

/** The next pass asks for the whole list, also if it is begun after a restart. */
export async function beginSweep(podcastSlug: string): Promise<void> {
  await database.syncs.update(podcastSlug, { sweeping: true })
}

/** Keeps what a pass has found out after its last page, unless another one was begun since. */
export async function keepFindings(
  podcastSlug: string,
  findings: Pick<SyncRow, 'sweeping' | 'lastSweptAt' | 'unconfirmed' | 'broken' | 'countDifference'>,
): Promise<void> {
  await database.transaction('rw', database.syncs, async () => {
    const sync = await database.syncs.get(podcastSlug)
    if (sync === undefined || sync.cursor !== null) return
    const after = { ...sync, ...findings }
    if (JSON.stringify(after) !== JSON.stringify(sync)) await database.syncs.put(after)
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
