import type { Episode } from '../../shared/models/episode.ts'
import { type EpisodeId, slugsOf } from '../../shared/models/identity.ts'
import { detailsOf, episodeRowsOf } from './episodes.ts'
import type { EpisodeDetailsRow, EpisodeRow } from './rows.ts'

/** Episodes as the service described them last, by their ids; those that are not stored are left out. */
export async function storedEpisodes(ids: readonly EpisodeId[]): Promise<Map<EpisodeId, Episode>> {
  const [rows, details] = await Promise.all([episodeRowsOf(ids), detailsOf(ids)])
  return new Map(
    rows.flatMap((row) => {
      const found = details.get(row.id)
      return found === undefined ? [] : [[row.id, episodeOf(row, found)]]
    }),
  )
}

function episodeOf(row: EpisodeRow, details: EpisodeDetailsRow): Episode {
  const { changes: _changes, ...described } = details
  const { withdrawnAt: _withdrawnAt, publishedAtMs, ...listed } = row
  return {
    ...described,
    ...listed,
    slug: slugsOf(row.id).episodeSlug,
    publishedAt: publishedAtMs === 0 ? null : new Date(publishedAtMs).toISOString(),
  }
}
