import { totalSeconds } from '../player/queued-entries.ts'
import { amountText, chapterCountText } from '../player/up-next-words.ts'
import { type ChapterSearch, type FoundEpisode, mostChapters } from './find-chapters.ts'

/** How the search stands, or how it ended. */
export function searchText({ found, looked, total, state }: ChapterSearch): string {
  const many = (count: number) => count.toLocaleString('en')
  switch (state) {
    case 'looking':
      return `Looking through ${many(total)} ${total === 1 ? 'episode' : 'episodes'}: ${many(looked)} done`
    case 'full':
      return `More than ${many(mostChapters)} chapters; these are the newest. Narrow the library to see others.`
    case 'done':
      return `${chapterCountText(countOf(found))} in ${found.length === 1 ? '1 episode' : `${many(found.length)} episodes`}`
  }
}

/** "12 chapters, 1 h 5 min"; without the time when a length is unknown. */
export function chosenText(chosen: readonly FoundEpisode[]): string {
  const seconds = totalSeconds(chosen.flatMap(({ chapters }) => chapters))
  const count = chapterCountText(countOf(chosen))
  return seconds === null || seconds === 0 ? count : `${count}, ${amountText(seconds)}`
}

function countOf(found: readonly FoundEpisode[]): number {
  return found.reduce((sum, { chapters }) => sum + chapters.length, 0)
}
