import type { EpisodeId } from '../../shared/models/identity.ts'
import type { PulledPage, PullRequest, ReadEpisode } from '../../shared/models/sync.ts'
import type { Result } from '../../shared/result.ts'

/** Where the episodes of a podcast come from. */
export type EpisodeSource = {
  pull: (request: PullRequest, signal?: AbortSignal) => Promise<Result<PulledPage>>
  readEpisode: (episodeId: EpisodeId, signal?: AbortSignal) => Promise<Result<ReadEpisode>>
}
