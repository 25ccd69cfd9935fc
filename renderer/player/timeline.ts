import type { ChapterRef } from '../../shared/models/chapter-ref.ts'
import type { Chapter } from '../../shared/models/episode.ts'

/**
 * Two clocks: the resource's, in which the service tells chapters and highlights and in which notes are stored, and the audio's,
 * in which the player counts. The audio's is ahead by the episode's offset, inserted adverts say. A note is stored in the
 * resource's, so that it stays with its chapter when the offset is set, changed or taken back, and on another computer with
 * other adverts.
 *
 * What lies before the beginning of either is at its beginning: a note that is made during an advert before the episode begins
 * stands where the episode begins.
 */
export function toAudio(resourceSeconds: number, offsetSeconds: number): number {
  return Math.max(0, resourceSeconds + offsetSeconds)
}

export function toResource(audioSeconds: number, offsetSeconds: number): number {
  return Math.max(0, audioSeconds - offsetSeconds)
}

/** The chapters, or what names some, as the player counts them; the same list where nothing is shifted. */
export function chaptersOnAudio<Named extends ChapterRef>(
  chapters: readonly Named[],
  offsetSeconds: number,
): readonly Named[] {
  if (offsetSeconds === 0) return chapters
  return chapters.map((chapter) => ({
    ...chapter,
    startSeconds: toAudio(chapter.startSeconds, offsetSeconds),
  }))
}

/** Of chapters on the resource's clock, the one whose beginning is the nearest to a moment on the audio's. */
export function nearestChapter(
  chapters: readonly Chapter[],
  audioSeconds: number,
  offsetSeconds: number,
): Chapter | null {
  const distance = ({ startSeconds }: Chapter) =>
    Math.abs(toAudio(startSeconds, offsetSeconds) - audioSeconds)
  const [first = null, ...others] = chapters
  return others.reduce(
    (nearest, chapter) => (nearest !== null && distance(chapter) < distance(nearest) ? chapter : nearest),
    first,
  )
}
