import type { HeardPiece } from '../../shared/models/heard.ts'
import type { Origin } from '../db/listening.ts'
import type { ListeningRow } from '../db/rows.ts'

/** A jump back by more than this is not made silently. */
const noticedSeconds = 60

/** Where the person was further on, when whoever wrote the position they are at now did not know of it. */
export type OtherPlace = {
  positionSeconds: number
  /** ISO 8601 UTC. */
  heardAt: string
}

/**
 * The position that was heard last holds. When it comes from a copy that was behind (a database that came back as it was
 * earlier, a computer that had not heard of another), it may lie far before one that was heard in between: that one.
 */
export function otherPlace(listening: ListeningRow, pieces: readonly HeardPiece[]): OtherPlace | null {
  const { loadedAtMs, basedOnMs, positionSeconds } = listening
  if (loadedAtMs === undefined || basedOnMs === undefined) return null
  const unknown = pieces
    .filter((piece) => piece.how === 'played')
    .filter(
      ({ createdAt, updatedAt, endSeconds }) =>
        Date.parse(updatedAt) > basedOnMs &&
        // Since then it is the writer's own doing.
        Date.parse(createdAt) < loadedAtMs &&
        endSeconds - positionSeconds > noticedSeconds,
    )
    .sort((one, other) => Date.parse(other.updatedAt) - Date.parse(one.updatedAt))
  const [latest] = unknown
  return latest === undefined ? null : { positionSeconds: latest.endSeconds, heardAt: latest.updatedAt }
}

/** For who has loaded an episode and knows all that is kept of it. */
export function originOf(
  listening: ListeningRow | undefined,
  pieces: readonly HeardPiece[],
  nowMs: number,
): Origin {
  const heard = pieces.filter((piece) => piece.how === 'played').map(({ updatedAt }) => Date.parse(updatedAt))
  return { loadedAtMs: nowMs, basedOnMs: Math.max(0, listening?.heardAtMs ?? 0, ...heard) }
}

/** What was not answered yet stays to be asked, after a restart too. */
export function originFound(listening: ListeningRow | undefined, pieces: readonly HeardPiece[]): Origin {
  const { loadedAtMs, basedOnMs } = listening ?? {}
  const isAsked = listening !== undefined && otherPlace(listening, pieces) !== null
  return isAsked && loadedAtMs !== undefined && basedOnMs !== undefined
    ? { loadedAtMs, basedOnMs }
    : originOf(listening, pieces, Date.now())
}
