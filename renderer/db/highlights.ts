import type { Highlight } from '../../shared/models/episode.ts'
import type { EpisodeId } from '../../shared/models/identity.ts'
import { detailsOf } from './episodes.ts'

/** Of those episodes that have any. All of 50,000 are too many to read at once: ask for the newest. */
export async function highlightsOf(ids: readonly EpisodeId[]): Promise<Map<EpisodeId, Highlight[]>> {
  const details = await detailsOf(ids)
  return new Map(
    Array.from(details.values(), ({ id, highlights }): [EpisodeId, Highlight[]] => [id, highlights]).filter(
      ([, highlights]) => highlights.length > 0,
    ),
  )
}
