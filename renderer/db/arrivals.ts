import { type Episode, processedState } from '../../shared/models/episode.ts'
import { episodeRow } from './episodes.ts'
import { applyEvent, requestsIn } from './requests.ts'

/**
 * Makes the requests ready whose episodes become processed with what is about to be stored. To be called before that,
 * in the same transaction. One for an episode that was processed before already is left to its look: the person asked
 * all the same.
 */
export async function settleArrivals(episodes: readonly Episode[]): Promise<void> {
  const arriving = new Set(
    episodes.filter((episode) => episode.processingState === processedState).map((episode) => episode.id),
  )
  if (arriving.size === 0) return
  for (const { id, episodeId } of await requestsIn('waiting', 'accepted', 'processing', 'failed')) {
    if (!arriving.has(episodeId)) continue
    const before = await episodeRow(episodeId)
    if (before?.processingState !== processedState) await applyEvent(id, { kind: 'arrive' })
  }
}
