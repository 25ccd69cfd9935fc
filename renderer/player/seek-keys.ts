import type { Chapter } from '../../shared/models/episode.ts'
import { nextChapterStart, previousChapterStart } from './chapters.ts'

/** One press of an arrow key on the seek bar; for a fine hand, finer than the skip buttons. */
const arrowSeconds = 5

/** Where a key leads from a position on the seek bar; `null` for keys that mean nothing there. */
export function seekTargetOf(
  key: string,
  seconds: number,
  chapters: readonly Chapter[],
  durationSeconds: number,
): number | null {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return seconds + arrowSeconds
    case 'ArrowLeft':
    case 'ArrowDown':
      return seconds - arrowSeconds
    case 'PageUp':
      return nextChapterStart(chapters, seconds)
    case 'PageDown':
      return previousChapterStart(chapters, seconds)
    case 'Home':
      return 0
    case 'End':
      return durationSeconds
    default:
      return null
  }
}
