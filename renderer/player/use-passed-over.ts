import { useSettings } from '../settings/store.ts'
import { passedOverNow } from './parts-now.ts'
import { usePlayer } from './store.ts'

/** Which chapters of the episode in the player do not play, by their places, live; -1 is what is before the first. */
export function usePassedOver(): ReadonlySet<number> {
  usePlayer(({ episode }) => episode)
  usePlayer(({ only }) => only)
  useSettings(({ skipWords }) => skipWords)
  return passedOverNow()
}
