import type { EpisodeId } from '../../shared/models/identity.ts'
import { episodeDetails, episodeRow } from '../db/episodes.ts'
import { useLive } from '../db/use-live.ts'
import { EpisodePage } from './episode-page.tsx'
import { EpisodeSkeleton } from './episode-skeleton.tsx'
import { UnknownEpisode } from './unknown-episode.tsx'

/** The page of one episode: what the service says of it, and what the person wrote on it. */
export function EpisodePane({ episodeId }: { episodeId: EpisodeId }) {
  // Its own state per episode, so that nothing of the last one shows while the next is read.
  return <LoadedEpisode key={episodeId} episodeId={episodeId} />
}

function LoadedEpisode({ episodeId }: { episodeId: EpisodeId }) {
  const stored = useLive(async () => {
    const [row, details] = await Promise.all([episodeRow(episodeId), episodeDetails(episodeId)])
    return row === undefined ? null : { row, details: details ?? null }
  }, [episodeId])

  if (stored === undefined) return <EpisodeSkeleton />
  if (stored === null) return <UnknownEpisode episodeId={episodeId} />
  return <EpisodePage row={stored.row} details={stored.details} />
}
