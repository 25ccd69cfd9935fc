import Dexie from 'dexie'
import { type EpisodeId, slugsOf } from '../../shared/models/identity.ts'
import { database } from './database.ts'
import type { EpisodeDetailsRow, EpisodeRow } from './rows.ts'

/**
 * Every episode of the podcasts that are followed, newest first. Episodes kept only for their notes, after
 * their podcast was removed, are not among them; `episodeRow` still finds those.
 *
 * Views use `useEpisodeRows`, which does not read 50,000 rows again for each page of a sync.
 */
export async function listEpisodeRows(): Promise<EpisodeRow[]> {
  const [rows, slugs] = await database.transaction('r', database.episodes, database.podcasts, () =>
    // Sorted here: read backwards through an index, IndexedDB hands out rows one by one instead of all at once.
    Promise.all([database.episodes.toArray(), database.podcasts.toCollection().primaryKeys()]),
  )
  const followed = new Set(slugs)
  return rows.filter((row) => followed.has(row.podcastSlug)).sort(newestFirst)
}

export async function episodeRow(id: EpisodeId): Promise<EpisodeRow | undefined> {
  return database.episodes.get(id)
}

export async function episodeDetails(id: EpisodeId): Promise<EpisodeDetailsRow | undefined> {
  return database.episodeDetails.get(id)
}

/** In the order of `ids`; those that are not stored are left out. */
export async function episodeRowsOf(ids: readonly EpisodeId[]): Promise<EpisodeRow[]> {
  const rows = await database.episodes.bulkGet([...ids])
  return rows.filter((row) => row !== undefined)
}

/** The slugs of a podcast's stored episodes, sorted, so that the order holds while a pass goes through them. */
export async function episodeSlugsOf(podcastSlug: string): Promise<string[]> {
  const ids = await database.episodes
    .where('[podcastSlug+publishedAtMs]')
    .between([podcastSlug, Dexie.minKey], [podcastSlug, Dexie.maxKey])
    .primaryKeys()
  return ids.map((id) => slugsOf(id).episodeSlug).sort()
}

function newestFirst(one: EpisodeRow, other: EpisodeRow): number {
  if (one.publishedAtMs !== other.publishedAtMs) return other.publishedAtMs - one.publishedAtMs
  return one.id < other.id ? -1 : 1
}
