import { database } from '../../renderer/db/database.ts'
import type { EpisodeRow } from '../../renderer/db/rows.ts'
import { decodeShelf } from '../../renderer/db/shelf-codec.ts'

/**
 * Every episode of the podcasts that are followed, newest first, read in one go from what is stored: what the library in
 * memory has to come to. Episodes kept only for their notes, after their podcast was removed, are not among them.
 */
export async function listEpisodeRows(): Promise<EpisodeRow[]> {
  const { shelves, podcasts } = database
  const [all, slugs] = await database.transaction('r', shelves, podcasts, () =>
    Promise.all([shelves.toArray(), podcasts.toCollection().primaryKeys()]),
  )
  const followed = new Set(slugs)
  return all
    .filter((shelf) => followed.has(shelf.podcastSlug))
    .flatMap((shelf) => decodeShelf(shelf).flatMap((shelved) => shelved?.row ?? []))
    .sort(newestFirst)
}

function newestFirst(one: EpisodeRow, other: EpisodeRow): number {
  if (one.publishedAtMs !== other.publishedAtMs) return other.publishedAtMs - one.publishedAtMs
  return one.id < other.id ? -1 : 1
}
