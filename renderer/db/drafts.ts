import type { EpisodeId } from '../../shared/models/identity.ts'
import { database } from './database.ts'
import { rowsOfEpisodes } from './many-rows.ts'
import type { DraftRow } from './rows.ts'

export async function readDraft(key: string): Promise<DraftRow | undefined> {
  return database.drafts.get(key)
}

export async function draftsOf(episodeId: EpisodeId): Promise<DraftRow[]> {
  return database.drafts.where('episodeId').equals(episodeId).toArray()
}

export function draftsOfEach(episodeIds: readonly EpisodeId[]): Promise<ReadonlyMap<EpisodeId, DraftRow[]>> {
  return rowsOfEpisodes(database.drafts, episodeIds)
}

export async function keepDraft(row: DraftRow): Promise<void> {
  await database.drafts.put(row)
}

export async function dropDraft(key: string): Promise<void> {
  await database.drafts.delete(key)
}
