import type { ChapterSkip } from '../../shared/models/chapter-ref.ts'
import type { EpisodeId } from '../../shared/models/identity.ts'
import { database } from './database.ts'

/** What the person said of an episode's chapters; nothing of most. */
export async function chapterSkipsOf(episodeId: EpisodeId): Promise<readonly ChapterSkip[]> {
  return (await database.chapterSkips.get(episodeId))?.chapters ?? []
}

/** Of none, no row stays. */
export async function keepChapterSkips(
  episodeId: EpisodeId,
  chapters: readonly ChapterSkip[],
): Promise<void> {
  if (chapters.length === 0) await database.chapterSkips.delete(episodeId)
  else await database.chapterSkips.put({ episodeId, chapters: [...chapters] })
}
