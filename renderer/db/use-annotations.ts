import { useSyncExternalStore } from 'react'
import type { Annotation } from '../../shared/models/annotation.ts'
import { liveAnnotations } from './live-annotations.ts'

const annotations = liveAnnotations()

/** Reads them before anybody looks, a few at a time, and follows them from then on: a list of 20,000 opens at once. */
export function readAnnotationsAhead(): void {
  annotations.subscribe(() => undefined)
}

/** As they are now, for who asks once; none before they were read. */
export function annotationsNow(): readonly Annotation[] {
  return annotations.latest() ?? []
}

/** Every note, newest first, live, for any number of components at the price of one; `undefined` until they were read. */
export function useAnnotations(): readonly Annotation[] | undefined {
  return useSyncExternalStore(annotations.subscribe, annotations.latest)
}
