import type { Chapter } from '../../shared/models/episode.ts'
import { chapterAt } from './chapters.ts'

const minuteMs = 60_000

export const furthestBackSeconds = 20

/**
 * The longer the pause, the more of the thread is lost. AntennaPod goes back 3, 10 and 20 seconds after a minute, an hour and a
 * day. Two minutes and 5 seconds here: a shorter pause is a word with somebody, after which nothing has to be heard again, and 5
 * seconds are about a sentence.
 */
const steps: readonly { afterMs: number; seconds: number }[] = [
  { afterMs: 24 * 60 * minuteMs, seconds: furthestBackSeconds },
  { afterMs: 60 * minuteMs, seconds: 10 },
  { afterMs: 2 * minuteMs, seconds: 5 },
]

/** Where an episode goes on after a pause: a little before where it was left, and never before the chapter that played. */
export function earlierStart(leftSeconds: number, chapters: readonly Chapter[], pausedMs: number): number {
  const back = steps.find(({ afterMs }) => pausedMs >= afterMs)?.seconds ?? 0
  const chapterStart = chapterAt(chapters, leftSeconds)?.startSeconds ?? 0
  return Math.max(leftSeconds - back, chapterStart, 0)
}
