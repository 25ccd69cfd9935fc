import { episodeDetails, episodeRowsOf, episodeSlugsOf } from '../../renderer/db/episodes.ts'
import { episodeIdOf, slugsOf } from '../../shared/models/identity.ts'
import type { ShownEpisode } from './expected-episode.ts'
import type { Library } from './library.ts'
import { shownEpisode } from './shown-episode.ts'

/** What the app's database holds of a podcast, by the queries that views use. */
export async function storedLibrary(podcastSlug: string): Promise<Library> {
  const slugs = await episodeSlugsOf(podcastSlug)
  const rows = await episodeRowsOf(slugs.map((slug) => episodeIdOf(podcastSlug, slug)))
  const stored = await Promise.all(
    rows.map(async (row): Promise<[string, ShownEpisode]> => {
      const details = await episodeDetails(row.id)
      if (details === undefined) throw new Error(`${row.id} has a row and no details.`)
      return [slugsOf(row.id).episodeSlug, shownEpisode(row, details)]
    }),
  )
  return new Map(stored)
}
