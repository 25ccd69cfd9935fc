import type { EpisodeId } from '../../shared/models/identity.ts'
import { listeningOf } from '../db/listening.ts'
import { useLive } from '../db/use-live.ts'
import { usePlayer, usePosition } from './store.ts'

/** How far the person is in an episode: the player's clock when it holds that episode, else what is kept. */
export function useHeardPosition(episodeId: EpisodeId): { positionSeconds: number; isFinished: boolean } {
  const isHeld = usePlayer(({ episode }) => episode?.id === episodeId)
  const playing = usePosition(({ positionSeconds }) => (isHeld ? positionSeconds : 0))
  const kept = useLive(() => (isHeld ? undefined : listeningOf(episodeId)), [episodeId, isHeld])
  if (isHeld) return { positionSeconds: playing, isFinished: false }
  return { positionSeconds: kept?.positionSeconds ?? 0, isFinished: (kept?.finishedAt ?? null) !== null }
}
