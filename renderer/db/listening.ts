import { v7 as uuidV7 } from 'uuid'
import { assumedEnd, instantOf } from '../../shared/heard/heard-parts.ts'
import type { PlayedSitting } from '../../shared/models/heard.ts'
import type { EpisodeId } from '../../shared/models/identity.ts'
import { database } from './database.ts'
import { rowsAt } from './many-rows.ts'
import type { ListeningRow, Stamps } from './rows.ts'

export type HeardPosition = {
  episodeId: EpisodeId
  positionSeconds: number
  /** Of the audio; `null` while it is not known. */
  durationSeconds: number | null
  heardAtMs: number
  /** The end was reached by playing. */
  finished?: boolean
  /** The person went there, and has heard nothing since. */
  sought?: boolean
  /** When the writer loaded the episode, and the newest hearing of it they knew of then; epoch milliseconds. */
  origin?: Origin
  /** What was heard in sittings so far, each whole. */
  sittings?: readonly Sitting[]
}

export type Origin = { loadedAtMs: number; basedOnMs: number }

export type Sitting = Omit<PlayedSitting, 'how' | 'episodeId' | keyof Stamps>

/** A stored position from further ahead than this was written before the machine's clock was set back. */
const toleratedAheadMs = 2000

export async function listeningOf(episodeId: EpisodeId): Promise<ListeningRow | undefined> {
  return database.listening.get(episodeId)
}

/** In the order of `episodeIds`. */
export async function listeningOfEach(
  episodeIds: readonly EpisodeId[],
): Promise<(ListeningRow | undefined)[]> {
  return rowsAt(database.listening, episodeIds)
}

/**
 * Keeps where the person is, and what they heard on the way. Of two positions, the one heard last is right, whichever
 * arrives last; what was heard is heard in any case.
 */
export async function keepPosition(heard: HeardPosition): Promise<void> {
  const { episodeId, sittings = [] } = heard
  await database.transaction('rw', database.listening, database.heard, async () => {
    const stored = await database.listening.get(episodeId)
    if (sittings.length > 0)
      await database.heard.bulkPut(sittings.map((sitting) => ({ ...sitting, how: 'played', episodeId })))
    if (stored !== undefined && isNewer(stored, heard)) return
    if (stored !== undefined && stored.counted !== true) await keepAssumption(stored)
    await database.listening.put({
      episodeId,
      positionSeconds: heard.positionSeconds,
      durationSeconds: heard.durationSeconds ?? stored?.durationSeconds ?? null,
      heardAtMs: heard.heardAtMs,
      finishedAt: heard.finished === true ? instantOf(heard.heardAtMs) : (stored?.finishedAt ?? null),
      counted: true,
      ...(heard.sought === true ? { sought: true } : {}),
      ...heard.origin,
    })
  })
}

/** What a row of an older version lets assume, before it is written over. Stamped as of then, so that it is later than nothing. */
async function keepAssumption(stored: ListeningRow): Promise<void> {
  const { episodeId, heardAtMs } = stored
  const endSeconds = assumedEnd(stored)
  const at = instantOf(heardAtMs)
  if (endSeconds === 0) return
  await database.heard.put({
    id: uuidV7(),
    how: 'assumed',
    episodeId,
    endSeconds,
    createdAt: at,
    updatedAt: at,
  })
}

function isNewer(stored: ListeningRow, heard: HeardPosition): boolean {
  return stored.heardAtMs > heard.heardAtMs && stored.heardAtMs <= Date.now() + toleratedAheadMs
}
