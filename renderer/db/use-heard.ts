import { useSyncExternalStore } from 'react'
import { type HeardParts, nothingHeard } from '../../shared/heard/heard-parts.ts'
import type { EpisodeId } from '../../shared/models/identity.ts'
import { liveHeard } from './live-heard.ts'

const heard = liveHeard()

/** What is kept of having heard an episode, live, for any number of rows of a list at the price of one. */
export function useKeptHeard(episodeId: EpisodeId): HeardParts {
  return useSyncExternalStore(heard.subscribe, () => heard.latest()?.get(episodeId) ?? nothingHeard)
}
