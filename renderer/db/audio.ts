import type { EpisodeId } from '../../shared/models/identity.ts'
import { database } from './database.ts'
import { rowsAt } from './many-rows.ts'
import type { AudioRow } from './rows.ts'

export async function audioOf(episodeId: EpisodeId): Promise<AudioRow | undefined> {
  return database.audio.get(episodeId)
}

/** In the order of `episodeIds`. */
export async function audioOfEach(episodeIds: readonly EpisodeId[]): Promise<(AudioRow | undefined)[]> {
  return rowsAt(database.audio, episodeIds)
}

/** Keeps where audio was found, and tells what holds now: what the person gave wins over anything found. */
export async function keepAudio(row: AudioRow): Promise<AudioRow> {
  return database.transaction('rw', database.audio, async () => {
    const stored = await database.audio.get(row.episodeId)
    if (stored?.origin === 'person' && row.origin !== 'person') return stored
    await database.audio.put(row)
    return row
  })
}

export async function forgetAudio(episodeId: EpisodeId): Promise<void> {
  await database.audio.delete(episodeId)
}
