import Dexie from 'dexie'
import { elsewherePrefix } from '../../shared/models/elsewhere.ts'
import { database } from './database.ts'

/** How many imported notes are on episodes that the library does not have, deleted ones among them; none is read. */
export async function countElsewhereNotes(): Promise<number> {
  return database.annotations.where('episodeId').startsWith(elsewherePrefix).count()
}

/** Hears that episodes were written, by whichever part of the app; returns how to stop. */
export function onEpisodesWritten(hear: () => void): () => void {
  const ofShelves = `idb://${database.name}/shelves/`
  const listen = (parts: object): void => {
    if (Object.keys(parts).some((name) => name.startsWith(ofShelves))) hear()
  }
  Dexie.on('storagemutated', listen)
  return () => Dexie.on.storagemutated.unsubscribe(listen)
}
