import { useSyncExternalStore } from 'react'
import { plainTopicNames, type TopicNames } from '../../shared/topics/topic-names.ts'
import type { Library } from './library.ts'
import { liveLibrary } from './live-library.ts'

/** A sync commits many pages a second; a list that a person reads need not follow each of them. */
const leastMsBetweenReads = 1000

const library = liveLibrary(leastMsBetweenReads)

/** Reads it before anybody looks, so that the first picture of the list need not wait for it. */
export function readLibraryAhead(): void {
  const stop = library.subscribe(() => stop())
}

/** Resolves once it was read for the first time. */
export function libraryIsRead(): Promise<void> {
  return new Promise((resolve) => {
    const stop = library.subscribe(() => {
      stop()
      resolve()
    })
    if (library.latest() === undefined) return
    stop()
    resolve()
  })
}

/**
 * The library, live, for any number of components at the price of one: at once, then at most once a second while it
 * keeps changing. `undefined` until it was read.
 */
export function useLibrary(): Library | undefined {
  return useSyncExternalStore(library.subscribe, library.latest)
}

/** Under which names topics go, live. */
export function useTopicNames(): TopicNames {
  return useSyncExternalStore(library.subscribe, topicNamesNow)
}

/** The same for who asks once; plain ones before the library was read. */
export function topicNamesNow(): TopicNames {
  return library.latest()?.names ?? plainTopicNames
}
