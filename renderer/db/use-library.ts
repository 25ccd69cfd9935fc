import { useSyncExternalStore } from 'react'
import type { Library } from './library.ts'
import { liveLibrary } from './live-library.ts'

/** A sync commits many pages a second; a list that a person reads need not follow each of them. */
const leastMsBetweenReads = 1000

const library = liveLibrary(leastMsBetweenReads)

/**
 * The library, live, for any number of components at the price of one: at once, then at most once a second while it
 * keeps changing. `undefined` until it was read.
 */
export function useLibrary(): Library | undefined {
  return useSyncExternalStore(library.subscribe, library.latest)
}
