import type { EpisodeId } from '../../shared/models/identity.ts'
import { pause, playEpisode } from '../player/actions.ts'
import { usePlayer } from '../player/store.ts'
import { useSettings } from '../settings/store.ts'

let pausedFor: EpisodeId | null = null

/** Where the person wants that, listening waits while they write. */
export function pauseForWriting(episodeId: EpisodeId): void {
  const { wantsToPlay, episode } = usePlayer.getState()
  if (!useSettings.getState().pauseWhileWriting || !wantsToPlay || episode?.id !== episodeId) return
  pause()
  pausedFor = episodeId
}

/** It goes on when the note is done, unless something else was done with the player since. */
export function goOnListening(): void {
  const { wantsToPlay, episode } = usePlayer.getState()
  const waiting = pausedFor !== null && episode?.id === pausedFor && !wantsToPlay ? pausedFor : null
  pausedFor = null
  if (waiting !== null) void playEpisode(waiting)
}
