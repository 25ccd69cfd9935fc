import type { ChapterRef } from '../../shared/models/chapter-ref.ts'

/** What of an episode waits in Up next: some of its chapters, or with `null` all of it. */
export type QueuedPart = readonly ChapterRef[] | null

/** Chapters of one episode that begin this close to each other are one. */
const sameStartSeconds = 1

/** Both, each chapter once, in order of their start. All of the episode holds every chapter of it. */
export function joinedParts(one: QueuedPart, other: QueuedPart): QueuedPart {
  if (one === null || other === null) return null
  return [...one, ...withoutChapters(other, one)].sort(
    (before, after) => before.startSeconds - after.startSeconds,
  )
}

/** What is left to play once a part was played; `'nothing'` when that was all. Some chapters leave all of an episode as it was. */
export function leftToPlay(waiting: QueuedPart, played: QueuedPart): QueuedPart | 'nothing' {
  if (played === null) return 'nothing'
  if (waiting === null) return null
  const left = withoutChapters(waiting, played)
  return left.length === 0 ? 'nothing' : left
}

function withoutChapters(chapters: readonly ChapterRef[], others: readonly ChapterRef[]): ChapterRef[] {
  return chapters.filter(
    ({ startSeconds }) =>
      !others.some((other) => Math.abs(other.startSeconds - startSeconds) <= sameStartSeconds),
  )
}
