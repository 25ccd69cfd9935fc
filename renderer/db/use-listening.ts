import { useSyncExternalStore } from 'react'
import type { EpisodeId } from '../../shared/models/identity.ts'
import { liveListening } from './live-listening.ts'
import type { ListeningRow } from './rows.ts'

const listening = liveListening()

/** Where the person is in an episode, live, for any number of rows of a list at the price of one. */
export function useListening(episodeId: EpisodeId): ListeningRow | undefined {
  return useSyncExternalStore(listening.subscribe, () => listening.latest()?.get(episodeId))
}
