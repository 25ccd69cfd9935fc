import Dexie from 'dexie'
import type { EpisodeId } from '../../shared/models/identity.ts'
import { database } from './database.ts'

/** Those with a note or an unfinished one, and those whose last note was deleted. */
export async function episodesEverNoted(): Promise<EpisodeId[]> {
  const [noted, drafted] = await Promise.all([
    database.annotations.orderBy('episodeId').uniqueKeys(),
    database.drafts.orderBy('episodeId').uniqueKeys(),
  ])
  return [...new Set([...noted, ...drafted])].sort() as EpisodeId[]
}

/** Whose notes were changed, made or deleted since an instant (ISO 8601 UTC). Reads all of them. */
export async function episodesNotedSince(instant: string): Promise<EpisodeId[]> {
  const rows = await database.annotations.filter(({ updatedAt }) => updatedAt >= instant).toArray()
  return [...new Set(rows.map(({ episodeId }) => episodeId))].sort()
}

/** Of these notes. */
export async function episodesOfNotes(ids: readonly string[]): Promise<EpisodeId[]> {
  const rows = await database.annotations.bulkGet([...ids])
  return [...new Set(rows.flatMap((row) => (row === undefined ? [] : [row.episodeId])))].sort()
}

/** The newest note's; `null` while there is none. */
export async function lastNotedEpisode(): Promise<EpisodeId | null> {
  const row = await database.annotations
    .orderBy('id')
    .reverse()
    .filter(({ deletedAt }) => deletedAt === null)
    .first()
  return row?.episodeId ?? null
}

/** Hears that notes were changed, by whichever part of the app; returns how to stop. */
export function onNotesChanged(hear: () => void): () => void {
  const ofNotes = `idb://${database.name}/annotations/`
  const listen = (parts: object): void => {
    if (Object.keys(parts).some((name) => name.startsWith(ofNotes))) hear()
  }
  Dexie.on('storagemutated', listen)
  return () => Dexie.on.storagemutated.unsubscribe(listen)
}
