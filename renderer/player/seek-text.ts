import type { Chapter } from '../../shared/models/episode.ts'
import { clockText } from '../../shared/time/clock.ts'
import { chapterIndexAt } from './chapters.ts'

/** The seek bar's value in words: "12:41, chapter 3 of 7, The Mechanics of …", and of one that does not play that it is skipped. */
export function seekText(
  chapters: readonly Chapter[],
  seconds: number,
  passedOver: ReadonlySet<number>,
): string {
  const index = chapterIndexAt(chapters, seconds)
  const chapter = chapters[index]
  if (chapter === undefined) return clockText(seconds)
  const skipped = passedOver.has(index) ? ', skipped' : ''
  return `${clockText(seconds)}, chapter ${index + 1} of ${chapters.length}, ${chapter.title}${skipped}`
}
