import type { Chapter } from '../../shared/models/episode.ts'
import type { NoteContext } from '../../shared/models/note-context.ts'
import { chapterAt } from '../player/chapters.ts'

export type NotedEpisode = {
  title: string
  podcastTitle: string
  chapters: readonly Chapter[]
  durationSeconds: number | null
}

/** What a note keeps of the place it is written at, for the day the episode is reworded or withdrawn. */
export function noteContext(episode: NotedEpisode, startSeconds: number | null): NoteContext {
  const chapter = startSeconds === null ? null : chapterAt(episode.chapters, startSeconds)
  return {
    episodeTitle: episode.title,
    podcastTitle: episode.podcastTitle,
    chapterTitle: chapter?.title ?? null,
    chapterStartSeconds: chapter?.startSeconds ?? null,
    durationSeconds: episode.durationSeconds,
  }
}
