import type { EpisodeState } from '../../../shared/anchoring/episode-state.ts'
import type { EpisodeId } from '../../../shared/models/identity.ts'
import { detailsOf, episodeRowsOf } from '../../db/episodes.ts'

const atOnce = 200

/** Episodes of the library as they are now, as far as notes depend on it. */
export async function episodeStates(ids: Iterable<EpisodeId>): Promise<Map<EpisodeId, EpisodeState>> {
  const all = [...new Set(ids)]
  const states = new Map<EpisodeId, EpisodeState>()
  for (let at = 0; at < all.length; at += atOnce) {
    const some = all.slice(at, at + atOnce)
    const [rows, details] = await Promise.all([episodeRowsOf(some), detailsOf(some)])
    for (const { id, title, podcastTitle, durationSeconds } of rows) {
      const { chapters = [], highlights = [] } = details.get(id) ?? {}
      states.set(id, { title, podcastTitle, durationSeconds, chapters, highlights })
    }
  }
  return states
}
