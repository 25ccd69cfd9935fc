import { useSyncExternalStore } from 'react'
import type { EpisodeId } from '../../shared/models/identity.ts'
import { liveOffsets } from './live-offsets.ts'

const offsets = liveOffsets()

/** Seconds by which an episode's audio runs behind its chapters and notes, live, for any number of them at the price of one. */
export function useOffset(episodeId: EpisodeId): number {
  return useSyncExternalStore(offsets.subscribe, () => offsets.latest()?.get(episodeId) ?? 0)
}
