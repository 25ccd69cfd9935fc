import { useSyncExternalStore } from 'react'
import { type EpisodeStates, liveStates } from './live-states.ts'

const states = liveStates()
const nobodyTells = () => () => undefined

/** How episodes stand with the person, live, once it was read; nothing is read while nobody asks. */
export function useStates(isAsked: boolean): EpisodeStates | undefined {
  return useSyncExternalStore(isAsked ? states.subscribe : nobodyTells, states.latest)
}
