import { z } from 'zod'
import { type EpisodeId, episodeIdSchema } from '../../shared/models/identity.ts'
import { database } from './database.ts'
import { recall, remember } from './memory.ts'
import { placeNotes, tablesOfPlaces } from './place-notes.ts'

const key = 'notes-placed'
/** Raised where notes are found otherwise than before. */
const findingVersion = 1

/** So many take a few milliseconds. */
const episodesAtOnce = 20

/**
 * Places every note once for each way of finding: those that were written before any was known, and whose episodes have changed
 * since. A few episodes at a time, each in a transaction of its own; broken off, it begins again with the next start.
 */
export async function placeAllOnce(): Promise<void> {
  if ((await recall(key, z.number())) === findingVersion) return
  const ids = await notedEpisodeIds()
  for (let at = 0; at < ids.length; at += episodesAtOnce) {
    const some = ids.slice(at, at + episodesAtOnce)
    await database.transaction('rw', tablesOfPlaces(), () => placeNotes(some, new Date().toISOString()))
  }
  await remember(key, findingVersion)
}

async function notedEpisodeIds(): Promise<EpisodeId[]> {
  const ids = new Set<EpisodeId>()
  // Index keys only: the notes themselves can be large.
  await database.annotations.orderBy('episodeId').eachUniqueKey((id) => {
    const parsed = episodeIdSchema.safeParse(id)
    if (parsed.success) ids.add(parsed.data)
  })
  return [...ids]
}
