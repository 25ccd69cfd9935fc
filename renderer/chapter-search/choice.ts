import type { QueueWish } from '../db/queue.ts'
import type { FoundChapter, FoundEpisode } from './find-chapters.ts'

/** What is left out of what was found: all is chosen at first, also what is found later. */
export type LeftOut = ReadonlySet<string>

export function chapterKey({ episode }: FoundEpisode, { startSeconds }: FoundChapter): string {
  return `${episode.id} ${startSeconds}`
}

/** Of each episode what is chosen of it; one of which nothing is, is not among them. */
export function chosenOf(found: readonly FoundEpisode[], leftOut: LeftOut): FoundEpisode[] {
  return found.flatMap((each) => {
    const chapters = each.chapters.filter((chapter) => !leftOut.has(chapterKey(each, chapter)))
    return chapters.length === 0 ? [] : [{ ...each, chapters }]
  })
}

export function withChosen(leftOut: LeftOut, keys: readonly string[], chosen: boolean): LeftOut {
  const next = new Set(leftOut)
  for (const key of keys) {
    if (chosen) next.delete(key)
    else next.add(key)
  }
  return next
}

export function wishesOf(chosen: readonly FoundEpisode[]): QueueWish[] {
  return chosen.map(({ episode, chapters }) => ({
    episodeId: episode.id,
    part: chapters.map(({ startSeconds, title }) => ({ startSeconds, title })),
  }))
}
