import { readAddress } from '../../shared/address.ts'
import { guideSlug, type SourceId } from '../../shared/models/podcast.ts'
import type { EpisodeRequest, LookedUp, ReadEpisode } from '../../shared/models/sync.ts'
import type { Result } from '../../shared/result.ts'
import type { Guide } from '../guide/source.ts'
import type { Stenobird } from '../stenobird/client.ts'
import type { EpisodeSource } from './episode-source.ts'

export type Sources = Pick<EpisodeSource, 'pull'> & {
  readEpisode: (request: EpisodeRequest, signal?: AbortSignal) => Promise<Result<ReadEpisode>>
  lookUp: (input: { text: string }, signal?: AbortSignal) => Promise<Result<LookedUp>>
}

/** Sends each request to the source that answers for it. */
export function createSources(parts: {
  stenobird: Pick<Stenobird, 'pull' | 'readEpisode' | 'lookUp'>
  guide: Guide
  apiBaseUrl: () => string
}): Sources {
  const { stenobird, guide, apiBaseUrl } = parts
  const sources: Readonly<Record<SourceId, EpisodeSource>> = { stenobird, guide }
  return {
    pull: (request, signal) => sources[request.source].pull(request, signal),
    readEpisode: ({ source, episodeId }, signal) => sources[source].readEpisode(episodeId, signal),
    // The guide's slug leads to the guide, so that one who removed it can have it back.
    lookUp: ({ text }, signal) => {
      const address = readAddress(text, apiBaseUrl())
      if (!address.ok || address.value.podcastSlug !== guideSlug) return stenobird.lookUp(text, signal)
      return guide.lookUp(address.value.kind === 'episode' ? address.value.episodeSlug : null)
    },
  }
}
