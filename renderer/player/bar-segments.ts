import type { Chapter } from '../../shared/models/episode.ts'

/** A stretch of the seek bar, in fractions of its width. */
export type BarSegment = {
  from: number
  to: number
  startSeconds: number
  /** `null` for what lies before the first chapter, and for an episode without chapters. */
  chapter: Chapter | null
}

/** Stretches that cover the whole bar without overlap. Chapters that begin at or past the end have no place on it. */
export function barSegments(chapters: readonly Chapter[], durationSeconds: number): BarSegment[] {
  const starts = chapters.filter(
    (chapter, index) =>
      chapter.startSeconds < durationSeconds && chapter.startSeconds !== chapters[index + 1]?.startSeconds,
  )
  const first = starts[0]
  const lead: BarSegment[] =
    first === undefined || first.startSeconds > 0
      ? [
          {
            from: 0,
            to: (first?.startSeconds ?? durationSeconds) / durationSeconds,
            startSeconds: 0,
            chapter: null,
          },
        ]
      : []
  return [
    ...lead,
    ...starts.map((chapter, index) => ({
      from: chapter.startSeconds / durationSeconds,
      to: (starts[index + 1]?.startSeconds ?? durationSeconds) / durationSeconds,
      startSeconds: chapter.startSeconds,
      chapter,
    })),
  ]
}
