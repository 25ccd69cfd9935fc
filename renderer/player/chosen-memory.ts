import { z } from 'zod'
import { type ChapterRef, chapterRefSchema } from '../../shared/models/chapter-ref.ts'
import { type EpisodeId, episodeIdSchema } from '../../shared/models/identity.ts'
import { recall, remember } from '../db/memory.ts'
import { usePlayer } from './store.ts'

const memoryKey = 'player-only'
const schema = z.object({ episodeId: episodeIdSchema, only: z.array(chapterRefSchema).min(1) })

/** Called once, when the page starts: which chapters are played alone is known again after the next start. */
export function followChosen(): void {
  usePlayer.subscribe(({ episode, only }, before) => {
    if (episode === null || (only === before.only && episode.id === before.episode?.id)) return
    if (only !== null || before.only !== null) void remember(memoryKey, { episodeId: episode.id, only })
  })
}

/** `null` when all of that episode was played. */
export async function recallChosen(episodeId: EpisodeId): Promise<readonly ChapterRef[] | null> {
  const chosen = await recall(memoryKey, schema)
  return chosen?.episodeId === episodeId ? chosen.only : null
}
