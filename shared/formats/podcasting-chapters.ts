import type { Chapter } from '../models/episode.ts'
import { oneLine } from './plain-text.ts'

/** As the chapters namespace of Podcasting 2.0 has it, version 1.2.0 (`application/json+chapters`). */
export type PodcastingChapters = {
  version: '1.2.0'
  title: string
  podcastName: string
  chapters: PodcastingChapter[]
}

type PodcastingChapter = {
  startTime: number
  title: string
  endTime?: number
  /** The format has no place for what a chapter is about; whoever does not know this name passes it over. */
  'earmark:description'?: string
}

type Chaptered = {
  title: string
  podcastTitle: string
  /** In order of their start. */
  chapters: readonly Chapter[]
  durationSeconds: number | null
}

export function podcastingChapters(episode: Chaptered): PodcastingChapters {
  const { title, podcastTitle, chapters, durationSeconds } = episode
  return {
    version: '1.2.0',
    title: oneLine(title),
    podcastName: oneLine(podcastTitle),
    chapters: chapters.map((chapter, index) => {
      const endTime = chapters[index + 1]?.startSeconds ?? durationSeconds
      return {
        startTime: chapter.startSeconds,
        title: oneLine(chapter.title),
        ...(endTime !== null && endTime > chapter.startSeconds ? { endTime } : {}),
        ...(chapter.description === '' ? {} : { 'earmark:description': chapter.description.toWellFormed() }),
      }
    }),
  }
}
