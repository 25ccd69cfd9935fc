import type { Download } from '../../shared/models/download.ts'
import type { EpisodeRequest, PulledPage, PullRequest, ReadEpisode } from '../../shared/models/sync.ts'
import type { Result } from '../../shared/result.ts'

/** What a pass asks the main process. When the pass is cancelled, what is under way answers `cancelled` at once. */
export type EpisodeSource = {
  pull: (request: PullRequest) => Promise<Result<PulledPage>>
  readEpisode: (request: EpisodeRequest) => Promise<Result<ReadEpisode>>
  listDownloads: () => Promise<Result<Download[]>>
}
