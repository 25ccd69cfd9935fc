import type { PulledPage, PullRequest } from '../../shared/models/sync.ts'
import type { Result } from '../../shared/result.ts'

/** Where the episodes of a podcast come from. */
export type EpisodeSource = {
  pull: (request: PullRequest, signal?: AbortSignal) => Promise<Result<PulledPage>>
}
