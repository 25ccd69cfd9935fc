import type { Episode } from '../../shared/models/episode.ts'
import { type EpisodeId, slugsOf } from '../../shared/models/identity.ts'
import { wholeEpisodesOf } from './episodes.ts'
import type { EpisodeDetailsRow, EpisodeRow } from './rows.ts'

/** Episodes as the service described them last, by their ids; those that are not stored are left out. */
export async function storedEpisodes(ids: readonly EpisodeId[]): Promise<Map<EpisodeId, Episode>> {
  const found = await wholeEpisodesOf(ids)
  return new Map(
    ids.flatMap((id) => {
      const whole = found.get(id)
      return whole === undefined ? [] : [[id, episodeOf(whole.row, whole.details)]]
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
