import { database } from './database.ts'
import type { SyncRow } from './rows.ts'

/** A podcast of which nothing was read yet. */
export function newSync(podcastSlug: string): SyncRow {
  return {
    podcastSlug,
    cursor: null,
    passNewest: null,
    updatedSince: null,
    passValidator: null,
    validator: null,
    path: null,
    lastSyncedAt: null,
    lastProblem: null,
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
