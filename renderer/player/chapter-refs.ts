import type { ChapterRef } from '../../shared/models/chapter-ref.ts'

/** A chapter that begins this close to where it was is the same one, whatever it is called now. */
const sameStartSeconds = 1

export type ResolvedRefs<Ref extends ChapterRef> = {
  /** By the chapter's place in the list. */
  found: ReadonlyMap<number, Ref>
  missing: readonly Ref[]
}

/**
 * Which chapters are meant: those of the very title, the nearest first, else those that begin within a second. No two refs mean
 * one chapter, so that of two of one title that became one, the second is missing. All on one clock.
 */
export function resolveRefs<Ref extends ChapterRef>(
  refs: readonly Ref[],
  chapters: readonly ChapterRef[],
): ResolvedRefs<Ref> {
  const found = new Map<number, Ref>()
  const byTitle = matched(refs, found, placesByTitle(chapters))
  const missing = matched(byTitle, found, (ref) =>
    chapters.flatMap((chapter, index) => (distance(chapter, ref) <= sameStartSeconds ? [index] : [])),
  )
  return { found, missing }

  /** Gives the nearest pairs to each other first; returns those that got none. */
  function matched(
    open: readonly Ref[],
    taken: Map<number, Ref>,
    candidates: (ref: Ref) => readonly number[],
  ): Ref[] {
    const pairs = open
      .flatMap((ref) => candidates(ref).map((index) => ({ ref, index, apart: apartOf(ref, index) })))
      .sort((one, other) => one.apart - other.apart)
    const placed = new Set<Ref>()
    for (const { ref, index } of pairs) {
      if (placed.has(ref) || taken.has(index)) continue
      placed.add(ref)
      taken.set(index, ref)
    }
    return open.filter((ref) => !placed.has(ref))
  }

  function apartOf(ref: Ref, index: number): number {
    const chapter = chapters[index]
    return chapter === undefined ? Number.POSITIVE_INFINITY : distance(chapter, ref)
  }
}

function placesByTitle(chapters: readonly ChapterRef[]): (ref: ChapterRef) => readonly number[] {
  const places = Map.groupBy(chapters.keys(), (index) => chapters[index]?.title)
  return ({ title }) => places.get(title) ?? []
}

function distance(one: ChapterRef, other: ChapterRef): number {
  return Math.abs(one.startSeconds - other.startSeconds)
}
