import { type HeardParts, heardParts } from '../../shared/heard/heard-parts.ts'
import type { HeardPiece } from '../../shared/models/heard.ts'
import type { EpisodeId } from '../../shared/models/identity.ts'
import { database } from './database.ts'
import { followRows } from './follow-rows.ts'
import type { ListeningRow } from './rows.ts'

const rowsAtOnce = 200

type FollowedHeard = {
  catchUp: (apply: (id: EpisodeId, parts: HeardParts, position: ListeningRow | null) => void) => Promise<void>
  /** Calls back when there is something to catch up with. Returns how to stop. */
  onChange: (hear: () => void) => () => void
}

/**
 * Follows what the person heard, episode by episode. The player writes two rows every few seconds: only those are read again, and
 * only what is known of their episode is put together anew.
 */
export function followHeard(): FollowedHeard {
  const storedPieces = followRows(database.heard, rowsAtOnce)
  const storedPositions = followRows(database.listening, rowsAtOnce)
  const episodeOf = new Map<string, EpisodeId>()
  const pieces = new Map<EpisodeId, Map<string, HeardPiece>>()
  const positions = new Map<EpisodeId, ListeningRow>()
  const changed = new Set<EpisodeId>()

  function takePiece(id: string, piece: HeardPiece | undefined): void {
    const episodeId = piece?.episodeId ?? episodeOf.get(id)
    if (episodeId === undefined) return
    changed.add(episodeId)
    const ofEpisode = pieces.get(episodeId) ?? new Map<string, HeardPiece>()
    pieces.set(episodeId, ofEpisode)
    if (piece === undefined) ofEpisode.delete(id)
    else ofEpisode.set(id, piece)
    if (piece !== undefined) episodeOf.set(id, episodeId)
  }

  function takePosition(episodeId: EpisodeId, row: ListeningRow | undefined): void {
    changed.add(episodeId)
    if (row === undefined) positions.delete(episodeId)
    else positions.set(episodeId, row)
  }

  async function catchUp(
    apply: (id: EpisodeId, parts: HeardParts, position: ListeningRow | null) => void,
  ): Promise<void> {
    await storedPieces.catchUp(takePiece)
    await storedPositions.catchUp(takePosition)
    for (const id of changed) {
      const position = positions.get(id) ?? null
      apply(id, heardParts(pieces.get(id)?.values() ?? [], position), position)
    }
    changed.clear()
  }

  function onChange(hear: () => void): () => void {
    const stops = [storedPieces.onChange(hear), storedPositions.onChange(hear)]
    return () => {
      for (const stop of stops) stop()
    }
  }

  return { catchUp, onChange }
}
