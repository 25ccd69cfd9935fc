import { failure } from '../../shared/result.ts'
import type { EpisodeSource } from './episode-source.ts'

export type PassParts = {
  podcastSlug: string
  /** Of the service that `source` asks; `SyncRow` tells why. */
  serviceAddress: string
  source: EpisodeSource
  /** Told after each page how many episodes the pass has brought, and how many it will, when that is known. */
  showRead: (received: number, expected: number | null) => void
  /** Ends the pass; a page that is being written is written whole. */
  stop: AbortSignal
}

export type PassEnd = {
  /** Nothing had changed since the last one. */
  unchanged: boolean
  receivedEpisodes: number
  /** Of those received, as are the changed ones. */
  newEpisodes: number
  changedEpisodes: number
  /** Episodes that could not be read. */
  brokenEpisodes: number
  /** Episodes that the service was found not to have any more. */
  withdrawnEpisodes: number
}

export const nothingNew: PassEnd = {
  unchanged: true,
  receivedEpisodes: 0,
  newEpisodes: 0,
  changedEpisodes: 0,
  brokenEpisodes: 0,
  withdrawnEpisodes: 0,
}

/** What a person gets who ended it. */
export const passStopped = failure(
  'cancelled',
  'The sync was stopped. What had arrived is kept, and the next one goes on there.',
)

/** Of two passes on end; what the first could not read, the second may not have come by. */
export function together(one: PassEnd, other: PassEnd): PassEnd {
  return {
    unchanged: one.unchanged && other.unchanged,
    receivedEpisodes: one.receivedEpisodes + other.receivedEpisodes,
    newEpisodes: one.newEpisodes + other.newEpisodes,
    changedEpisodes: one.changedEpisodes + other.changedEpisodes,
    brokenEpisodes: Math.max(one.brokenEpisodes, other.brokenEpisodes),
    withdrawnEpisodes: one.withdrawnEpisodes + other.withdrawnEpisodes,
  }
}
