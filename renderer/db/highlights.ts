import { database } from './database.ts'
import type { EpisodeDetailsRow, EpisodeRow } from './rows.ts'

type HighlightedEpisode = {
  row: EpisodeRow
  highlights: EpisodeDetailsRow['highlights']
}

export type HighlightedPage = {
  /** Newest first; only those that have highlights. */
  episodes: HighlightedEpisode[]
  /** Are there older episodes than the ones that were read? */
  hasOlder: boolean
}

/**
 * The highlights of the newest `count` episodes. All of 50,000 are too many to read at once; the newest are what a
 * person opens the view for, and more are a click away. As in the library, episodes kept only for their notes are not
 * among them.
 */
export async function highlightsOfNewest(count: number): Promise<HighlightedPage> {
  return database.transaction(
    'r',
    database.episodes,
    database.episodeDetails,
    database.podcasts,
    async () => {
      // Keys first, rows after: read backwards through an index, IndexedDB hands out rows one by one.
      const keys = await database.episodes
        .orderBy('publishedAtMs')
        .reverse()
        .limit(count + 1)
        .primaryKeys()
      const ids = keys.slice(0, count)
      const [rows, details, slugs] = await Promise.all([
        database.episodes.bulkGet(ids),
        database.episodeDetails.bulkGet(ids),
        database.podcasts.toCollection().primaryKeys(),
      ])
      const followed = new Set(slugs)
      const episodes = rows.flatMap((row, index) => {
        const highlights = details[index]?.highlights ?? []
        const isListed = row !== undefined && followed.has(row.podcastSlug) && highlights.length > 0
        return isListed ? [{ row, highlights }] : []
      })
      return { episodes, hasOlder: keys.length > count }
    },
  )
}
