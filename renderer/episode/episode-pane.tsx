import type { EpisodeId } from '../../shared/models/identity.ts'

export function EpisodePane({ episodeId }: { episodeId: EpisodeId }) {
  return <article>{episodeId}</article>
}
