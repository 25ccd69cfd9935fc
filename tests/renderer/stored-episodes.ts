import { vi } from 'vitest'
import { database } from '../../renderer/db/database.ts'
import { followPodcast } from '../../renderer/db/podcasts.ts'
import { decodeShelf } from '../../renderer/db/shelf-codec.ts'
import { storeEpisode } from '../../renderer/db/store-episode.ts'
import type { Episode } from '../../shared/models/episode.ts'
import type { EpisodeId } from '../../shared/models/identity.ts'
import { lookedUp, madePodcast } from './made-episodes.ts'

const storedAt = '2026-03-10T08:00:00.000Z'

/** Stores it as one that was read by itself; a podcast that is not followed yet is followed first. */
export async function storeMade(episode: Episode): Promise<void> {
  const { podcastSlug, podcastTitle } = episode
  if ((await database.podcasts.get(podcastSlug)) === undefined)
    await followPodcast(lookedUp(madePodcast(podcastSlug, { title: podcastTitle })), storedAt)
  await storeEpisode(episode, storedAt)
}

/** Of every episode on the shelves, also of podcasts that are not followed; sorted. */
export async function storedIds(): Promise<EpisodeId[]> {
  const shelves = await database.shelves.toArray()
  return shelves.flatMap((shelf) => decodeShelf(shelf).flatMap((shelved) => shelved?.row.id ?? [])).sort()
}

/** Every record of the database, by table. */
export async function everyRow(): Promise<Record<string, unknown[]>> {
  const tables = await Promise.all(
    database.tables.map(async (table): Promise<[string, unknown[]]> => [table.name, await table.toArray()]),
  )
  return Object.fromEntries(tables)
}

/** How often IndexedDB was asked to write while `act` ran. */
export async function writesDuring(act: () => Promise<unknown>): Promise<number> {
  const spies = (['put', 'add', 'delete', 'clear'] as const).map((name) =>
    vi.spyOn(IDBObjectStore.prototype, name),
  )
  try {
    await act()
    return spies.reduce((sum, spy) => sum + spy.mock.calls.length, 0)
  } finally {
    for (const spy of spies) spy.mockRestore()
  }
}
