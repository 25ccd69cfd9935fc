import type { NoteContext } from '../models/note-context.ts'
import { chapterIn, type EpisodeState } from './episode-state.ts'

export type NotedEpisode = Omit<EpisodeState, 'highlights'>

/** What a note keeps of the place it is written at, for the day the episode is reworded or withdrawn. */
export function noteContext(episode: NotedEpisode, startSeconds: number | null): NoteContext {
  const chapter = startSeconds === null ? null : chapterIn(episode, startSeconds)
  return {
    episodeTitle: episode.title,
    podcastTitle: episode.podcastTitle,
    chapterTitle: chapter?.title ?? null,
    chapterStartSeconds: chapter?.startSeconds ?? null,
    durationSeconds: episode.durationSeconds,
  }
}
