import type { EpisodeId } from '../../shared/models/identity.ts'
import { episodeDetails, episodeRow } from '../db/episodes.ts'
import { useLive } from '../db/use-live.ts'
import { Button } from '../elements/button.tsx'
import { EmptyState } from '../elements/empty-state.tsx'
import { goTo } from '../shell/open.ts'
import { EpisodePage } from './episode-page.tsx'
import styles from './episode-pane.module.css'
import { EpisodeSkeleton } from './episode-skeleton.tsx'

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
  if (stored === null) {
    return (
      <div className={styles.missing}>
        <EmptyState
          title="This episode is not in the library"
          action={<Button onClick={() => goTo('library')}>Go to the library</Button>}
        >
          Its podcast may have been removed. Add it again with Add podcast, and the episode comes back.
        </EmptyState>
      </div>
    )
  }
  return <EpisodePage row={stored.row} details={stored.details} />
}
