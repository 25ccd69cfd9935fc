import type { Chapter } from '../../shared/models/episode.ts'

/** A stretch of the seek bar, in fractions of its width. */
export type BarSegment = {
  from: number
  to: number
  startSeconds: number
  /** `null` for what lies before the first chapter, and for an episode without chapters. */
  chapter: Chapter | null
  /** The chapter's place in the list; -1 where there is none. */
  index: number
}

/** Stretches that cover the whole bar without overlap. Chapters that begin at or past the end have no place on it. */
export function barSegments(chapters: readonly Chapter[], durationSeconds: number): BarSegment[] {
  const starts = chapters
    .map((chapter, index) => ({ chapter, index }))
    .filter(
      ({ chapter, index }) =>
        chapter.startSeconds < durationSeconds && chapter.startSeconds !== chapters[index + 1]?.startSeconds,
    )
  const first = starts[0]?.chapter
  const lead: BarSegment[] =
    first === undefined || first.startSeconds > 0
      ? [
          {
            from: 0,
            to: (first?.startSeconds ?? durationSeconds) / durationSeconds,
            startSeconds: 0,
            chapter: null,
            index: -1,
          },
        ]
      : []
  return [
    ...lead,
    ...starts.map(({ chapter, index }, at) => ({
      from: chapter.startSeconds / durationSeconds,
      to: (starts[at + 1]?.chapter.startSeconds ?? durationSeconds) / durationSeconds,
      startSeconds: chapter.startSeconds,
      chapter,
      index,
    })),
  ]
}
