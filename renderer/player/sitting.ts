import { v7 as uuidV7 } from 'uuid'
import { create } from 'zustand'
import { type Intervals, intervalsOf, noIntervals } from '../../shared/heard/intervals.ts'
import type { EpisodeId } from '../../shared/models/identity.ts'
import { dayOf } from '../../shared/time/day.ts'
import type { Sitting } from '../db/listening.ts'
import type { HeardStretch } from './counted-sound.ts'

/** What lies between two stretches that are this close was not skipped. */
const joinWithinSeconds = 0.5

/** A sitting is written whole every few seconds. One that jumps about goes on as another one, so that none grows large. */
const mostIntervals = 48

/** What was heard in the sitting under way, also what is not written yet. */
export const useSitting = create<{
  episodeId: EpisodeId | null
  /** Changes four times a second while playing. */
  intervals: Intervals
  /** The same for the eye, which goes with the clock that is shown: each change draws the page anew. */
  inWholeSeconds: Intervals
}>(() => ({
  episodeId: null,
  intervals: noIntervals,
  inWholeSeconds: noIntervals,
}))

let current: (Sitting & { episodeId: EpisodeId }) | null = null
/** What is not written yet, by id; the latest of each. */
const unwritten = new Map<string, Sitting & { episodeId: EpisodeId }>()

export function addToSitting(
  episodeId: EpisodeId,
  { stretch, spentSeconds }: Omit<HeardStretch, 'savedSeconds'>,
): void {
  const day = dayOf(new Date())
  const goesOn =
    current?.episodeId === episodeId && current.day === day && current.intervals.length < mostIntervals
  const before = current !== null && goesOn ? current : { id: uuidV7(), intervals: [], spentSeconds: 0 }
  const intervals = intervalsOf([...before.intervals, stretch], joinWithinSeconds)
  current = {
    id: before.id,
    episodeId,
    day,
    intervals: intervals.map(([from, to]): [number, number] => [from, to]),
    spentSeconds: before.spentSeconds + spentSeconds,
    endSeconds: stretch[1],
  }
  unwritten.set(current.id, current)
  const isSeen = !goesOn || Math.floor(stretch[0]) !== Math.floor(stretch[1])
  useSitting.setState({ episodeId, intervals, ...(isSeen ? { inWholeSeconds: intervals } : {}) })
}

/** What is heard from here on is another sitting: what was heard so far is written, and may have been marked otherwise. */
export function endSitting(): void {
  current = null
  useSitting.setState({ episodeId: null, intervals: noIntervals, inWholeSeconds: noIntervals })
}

/** Whether anything was heard of an episode that is not written. */
export function hasUnwritten(episodeId: EpisodeId): boolean {
  return [...unwritten.values()].some((sitting) => sitting.episodeId === episodeId)
}

/** Takes what is to be written of an episode, to tenths of a second; `putBack` is for a write that failed. */
export function takeUnwritten(episodeId: EpisodeId): { sittings: Sitting[]; putBack: () => void } {
  const taken = [...unwritten.values()].filter((sitting) => sitting.episodeId === episodeId)
  for (const { id } of taken) unwritten.delete(id)
  return {
    sittings: taken.map(({ episodeId: _episodeId, ...sitting }) => ({
      ...sitting,
      intervals: sitting.intervals.map(([from, to]): [number, number] => [tenths(from), tenths(to)]),
      spentSeconds: tenths(sitting.spentSeconds),
      endSeconds: tenths(sitting.endSeconds),
    })),
    putBack: () => {
      for (const sitting of taken) if (!unwritten.has(sitting.id)) unwritten.set(sitting.id, sitting)
    },
  }
}

function tenths(seconds: number): number {
  return Math.round(seconds * 10) / 10
}
