import type { Chapter } from '../../shared/models/episode.ts'
import { clockText } from '../../shared/time/clock.ts'
import { chapterIndexAt } from './chapters.ts'

/** The seek bar's value in words: "12:41, chapter 3 of 7, The Mechanics of …". */
export function seekText(chapters: readonly Chapter[], seconds: number): string {
  const index = chapterIndexAt(chapters, seconds)
  const chapter = chapters[index]
  if (chapter === undefined) return clockText(seconds)
  return `${clockText(seconds)}, chapter ${index + 1} of ${chapters.length}, ${chapter.title}`
}
