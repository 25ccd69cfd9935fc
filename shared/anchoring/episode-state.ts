import type { Chapter, Highlight } from '../models/episode.ts'
import type { EpisodeChange } from '../models/episode-change.ts'

/** What of an episode places depend on. */
export type EpisodeState = {
  title: string
  podcastTitle: string
  /** In order of their start. */
  chapters: readonly Chapter[]
  highlights: readonly Highlight[]
  durationSeconds: number | null
}

/** The episode as it is now, and before that as it was, as far back as changes of it were kept. They are newest first. */
export function statesOf(
  now: EpisodeState,
  changes: readonly EpisodeChange[],
): [EpisodeState, ...EpisodeState[]] {
  const earlier: EpisodeState[] = []
  let state = now
  for (const { before } of changes) {
    const { chapters, highlights, durationSeconds } = before
    if (chapters === undefined && highlights === undefined && durationSeconds === undefined) continue
    state = {
      ...state,
      chapters: chapters ?? state.chapters,
      highlights: highlights ?? state.highlights,
      durationSeconds: durationSeconds === undefined ? state.durationSeconds : durationSeconds,
    }
    earlier.push(state)
  }
  return [now, ...earlier]
}

/** The chapter that plays at a moment; `null` before the first. */
export function chapterIn({ chapters }: Pick<EpisodeState, 'chapters'>, seconds: number): Chapter | null {
  return chapters.findLast(({ startSeconds }) => startSeconds <= seconds) ?? null
}

/** Where a chapter ends; `null` of the last one while the length is unknown. */
export function endOfChapter({ chapters, durationSeconds }: EpisodeState, chapter: Chapter): number | null {
  return chapters[chapters.indexOf(chapter) + 1]?.startSeconds ?? durationSeconds
}
