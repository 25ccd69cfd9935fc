import type { EpisodeId } from '../../shared/models/identity.ts'
import { database } from './database.ts'

/** Seconds by which an episode's audio runs behind its chapters and notes; 0 where the person set nothing. */
export async function offsetOf(episodeId: EpisodeId): Promise<number> {
  return (await database.offsets.get(episodeId))?.offsetSeconds ?? 0
}

/** 0 sets it back. */
export async function keepOffset(episodeId: EpisodeId, offsetSeconds: number): Promise<void> {
  if (offsetSeconds === 0) await database.offsets.delete(episodeId)
  else await database.offsets.put({ episodeId, offsetSeconds })
}
