import { useMemo } from 'react'
import type { HeardParts } from '../../shared/heard/heard-parts.ts'
import { noIntervals, union } from '../../shared/heard/intervals.ts'
import type { EpisodeId } from '../../shared/models/identity.ts'
import { useKeptHeard } from '../db/use-heard.ts'
import { useSitting } from './sitting.ts'

/** What the person heard of an episode, to this moment: what is kept, and what they are hearing now. */
export function useHeardParts(episodeId: EpisodeId): HeardParts {
  const kept = useKeptHeard(episodeId)
  const now = useSitting((sitting) =>
    sitting.episodeId === episodeId ? sitting.inWholeSeconds : noIntervals,
  )
  return useMemo(
    () => (now.length === 0 ? kept : { ...kept, intervals: union(kept.intervals, now) }),
    [kept, now],
  )
}
