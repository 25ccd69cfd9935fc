import { type Episode, processedState } from '../../shared/models/episode.ts'
import { isListed, type TranscriptionRequest } from '../../shared/models/transcription-request.ts'
import { episodeRow } from './episodes.ts'
import { applyEvent, requestsIn } from './requests.ts'

/** Requests that may be ready with what is about to be stored of their episodes. */
export async function requestsAwaiting(episodes: readonly Episode[]): Promise<TranscriptionRequest[]> {
  const arriving = new Set(
    episodes.filter((episode) => episode.processingState === processedState).map((episode) => episode.id),
  )
  if (arriving.size === 0) return []
  const open = await requestsIn('waiting', 'accepted', 'processing', 'failed')
  return open.filter((request) => isListed(request) && arriving.has(request.episodeId))
}

/**
 * Makes them ready. To be called before their episodes are stored, in the same transaction: one for an episode that was
 * processed before already is left to its look, since the person asked all the same.
 */
export async function settleArrivals(awaiting: readonly TranscriptionRequest[]): Promise<void> {
  for (const { id, episodeId } of awaiting) {
    const before = await episodeRow(episodeId)
    if (before?.processingState !== processedState) await applyEvent(id, { kind: 'arrive' })
  }
}
