import type { Episode } from '../../shared/models/episode.ts'
import { database } from './database.ts'
import { rowsOfEpisode } from './episode-rows.ts'

/** Stores one episode that was read by itself, unless its podcast is not followed. */
export async function storeEpisode(episode: Episode): Promise<void> {
  const { podcasts, episodes, episodeDetails } = database
  await database.transaction('rw', podcasts, episodes, episodeDetails, async () => {
    if ((await podcasts.get(episode.podcastSlug)) === undefined) return
    const { row, details } = rowsOfEpisode(episode)
    await episodes.put(row)
    await episodeDetails.put(details)
  })
}
