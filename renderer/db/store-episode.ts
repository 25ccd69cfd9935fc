import type { Episode } from '../../shared/models/episode.ts'
import { settleArrivals } from './arrivals.ts'
import { database } from './database.ts'
import { rowsOfEpisode } from './episode-rows.ts'

/** Stores one episode that was read by itself, unless its podcast is not followed. */
export async function storeEpisode(episode: Episode): Promise<void> {
  const { podcasts, episodes, episodeDetails, requests } = database
  await database.transaction('rw', podcasts, episodes, episodeDetails, requests, async () => {
    if ((await podcasts.get(episode.podcastSlug)) === undefined) return
    await settleArrivals([episode])
    const { row, details } = rowsOfEpisode(episode)
    await episodes.put(row)
    await episodeDetails.put(details)
  })
}
