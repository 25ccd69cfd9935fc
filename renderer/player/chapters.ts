import type { Chapter } from '../../shared/models/episode.ts'

/** A chapter with where it ends: at the next one's start, or the end of the audio. */
export type ChapterSpan = {
  index: number
  chapter: Chapter
  startSeconds: number
  /** `null` for the last chapter while the duration is unknown. */
  endSeconds: number | null
}

/** Within this of a chapter's start, "previous" means the chapter before it. */
const chapterRestartSeconds = 3

/** The spans of chapters, which are in order of their start. None is ever of negative length. */
export function chapterSpans(chapters: readonly Chapter[], durationSeconds: number | null): ChapterSpan[] {
  return chapters.map((chapter, index) => {
    const end = chapters[index + 1]?.startSeconds ?? durationSeconds
    return {
      index,
      chapter,
      startSeconds: chapter.startSeconds,
      endSeconds: end === null ? null : Math.max(chapter.startSeconds, end),
    }
  })
}

/** Index of the chapter that plays at a moment: the last that has begun; -1 before the first. */
export function chapterIndexAt(chapters: readonly Chapter[], seconds: number): number {
  let low = 0
  let high = chapters.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const chapter = chapters[middle]
    if (chapter !== undefined && chapter.startSeconds <= seconds) low = middle + 1
    else high = middle
  }
  return low - 1
}

export function chapterAt(chapters: readonly Chapter[], seconds: number): Chapter | null {
  return chapters[chapterIndexAt(chapters, seconds)] ?? null
}

/** Start of the first chapter that begins after a moment; `null` in the last one. */
export function nextChapterStart(chapters: readonly Chapter[], seconds: number): number | null {
  return chapters.find((chapter) => chapter.startSeconds > seconds)?.startSeconds ?? null
}

/** Start of the playing chapter, or, close to its start, of the one before; 0 before the first. */
export function previousChapterStart(chapters: readonly Chapter[], seconds: number): number {
  const index = chapterIndexAt(chapters, seconds)
  const current = chapters[index]
  if (current === undefined) return 0
  if (seconds - current.startSeconds > chapterRestartSeconds) return current.startSeconds
  const earlier = chapters.slice(0, index).findLast((chapter) => chapter.startSeconds < current.startSeconds)
  return earlier?.startSeconds ?? 0
}
