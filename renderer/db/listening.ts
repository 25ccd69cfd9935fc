import type { EpisodeId } from '../../shared/models/identity.ts'
import { database } from './database.ts'
import type { ListeningRow } from './rows.ts'

type HeardPosition = {
  episodeId: EpisodeId
  positionSeconds: number
  /** Of the audio; `null` while it is not known. */
  durationSeconds: number | null
  heardAtMs: number
  /** The end was reached by playing. */
  finished?: boolean
}

/** A stored position from further ahead than this was written before the machine's clock was set back. */
const toleratedAheadMs = 2000

export async function listeningOf(episodeId: EpisodeId): Promise<ListeningRow | undefined> {
  return database.listening.get(episodeId)
}

/** Keeps where the person is; of two positions, the one heard last is right, whichever arrives last. */
export async function keepPosition(heard: HeardPosition): Promise<void> {
  await database.transaction('rw', database.listening, async () => {
    const stored = await database.listening.get(heard.episodeId)
    if (stored !== undefined && isNewer(stored, heard)) return
    await database.listening.put({
      episodeId: heard.episodeId,
      positionSeconds: heard.positionSeconds,
      durationSeconds: heard.durationSeconds ?? stored?.durationSeconds ?? null,
      heardAtMs: heard.heardAtMs,
      finishedAt:
        heard.finished === true ? new Date(heard.heardAtMs).toISOString() : (stored?.finishedAt ?? null),
    })
  })
}

function isNewer(stored: ListeningRow, heard: HeardPosition): boolean {
  return stored.heardAtMs > heard.heardAtMs && stored.heardAtMs <= Date.now() + toleratedAheadMs
}
