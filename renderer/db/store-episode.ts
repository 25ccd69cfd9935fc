import type { Episode } from '../../shared/models/episode.ts'
import { requestsAwaiting, settleArrivals } from './arrivals.ts'
import { database } from './database.ts'
import { hasRoomFor, openDirectory } from './directory.ts'
import { storedForm } from './episode-rows.ts'
import { placeNotes, tablesOfPlaces } from './place-notes.ts'
import type { EpisodeCounts, SyncRow } from './rows.ts'
import { shelveEpisodes } from './shelving.ts'

/**
 * Stores one episode that was read by itself, if its podcast is followed and has room for it. `nowIso` is ISO 8601 UTC.
 */
export async function storeEpisode(
  episode: Episode,
  nowIso: string,
): Promise<keyof EpisodeCounts | 'not-followed' | 'full'> {
  const { podcasts, syncs, requests } = database
  return database.transaction('rw', [podcasts, syncs, requests, ...tablesOfPlaces()], async () => {
    const sync = await syncs.get(episode.podcastSlug)
    if (sync === undefined || (await podcasts.get(episode.podcastSlug)) === undefined) return 'not-followed'
    if (!hasRoomFor(await openDirectory(sync.podcastSlug, sync.shelvesStamp), [episode])) return 'full'
    await settleArrivals(await requestsAwaiting([episode]))
    const { outcome, shelvesStamp } = await shelveOne(sync, episode, nowIso)
    if (outcome !== 'unchanged') await syncs.update(sync.podcastSlug, { shelvesStamp })
    return outcome
  })
}

/** The same inside of a transaction that stores the stamp, and is over `tablesOfPlaces`. */
export async function shelveOne(
  sync: SyncRow,
  episode: Episode,
  nowIso: string,
): Promise<{ outcome: keyof EpisodeCounts; shelvesStamp: string }> {
  const directory = await openDirectory(sync.podcastSlug, sync.shelvesStamp)
  const { counts, written, write } = await shelveEpisodes(
    sync.podcastSlug,
    directory,
    [storedForm(episode)],
    nowIso,
  )
  await write()
  await placeNotes(written, nowIso)
  const outcome = counts.new > 0 ? 'new' : counts.changed > 0 ? 'changed' : 'unchanged'
  return { outcome, shelvesStamp: directory.stamp }
}
