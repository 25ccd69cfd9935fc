import { useSyncExternalStore } from 'react'
import { liveNoteCount } from './note-count.ts'

const count = liveNoteCount()

/** Of those that are not deleted, live, at once and then at most once a second; `undefined` until they were counted. */
export function useNoteCount(): number | undefined {
  return useSyncExternalStore(count.subscribe, count.latest)
}
