import type { Chapter } from '../models/episode.ts'
import { placedFrom, sameStartSeconds, surenessOf, tellingLead } from './bars.ts'
import { gramsOf, similarity, wordsOf } from './similarity.ts'

/** What became of a chapter. */
export type ChapterMatch = {
  from: Chapter
  /** `null` when it is gone. */
  to: Chapter | null
  /** By what it was known again. */
  by: 'title' | 'start' | 'reworded-title' | null
  /** By how much the titles are alike, 0 to 1. */
  alike: number
}

/** In the order of `before`. No two chapters become one. */
export function matchChapters(before: readonly Chapter[], after: readonly Chapter[]): ChapterMatch[] {
  const found = new Map<Chapter, ChapterMatch>()
  const taken = new Set<Chapter>()
  const left = () => before.filter((chapter) => !found.has(chapter))
  const free = () => after.filter((chapter) => !taken.has(chapter))

  function take(from: Chapter, to: Chapter, by: ChapterMatch['by']): void {
    found.set(from, { from, to, by, alike: by === 'title' ? 1 : alikeTitles(from, to) })
    taken.add(to)
  }

  for (const [from, to] of byTitle(left(), free())) take(from, to, 'title')
  const shift = commonShift([...found.values()]) ?? 0
  for (const from of left()) {
    const to = free().find((each) => isNear(each.startSeconds, from.startSeconds + shift))
    if (to !== undefined) take(from, to, 'start')
  }
  for (const from of left()) {
    const to = rewordedTitle(from, free())
    if (to !== null) take(from, to, 'reworded-title')
  }
  return before.map((from) => found.get(from) ?? { from, to: null, by: null, alike: 0 })
}

/** By how much the audio was shifted as a whole, in seconds, as most chapters say that kept their titles; `null` when they do not agree. */
export function commonShift(matches: readonly ChapterMatch[]): number | null {
  const shifts = matches.flatMap((match) => (match.by === 'title' ? (shiftOf(match) ?? []) : []))
  const best = shifts
    .map((shift) => shifts.filter((other) => isNear(shift, other)))
    .reduce<number[]>((most, group) => (group.length > most.length ? group : most), [])
  if (best.length < 2 || best.length * 2 <= shifts.length) return null
  return best.toSorted((one, other) => one - other)[best.length >> 1] ?? null
}

/** By how much a chapter moved, in seconds; `null` of one that is gone. */
export function shiftOf({ from, to }: ChapterMatch): number | null {
  return to === null ? null : to.startSeconds - from.startSeconds
}

export function isNear(one: number, other: number): boolean {
  return Math.abs(one - other) <= sameStartSeconds
}

/** Chapters of one title, such as a break that comes twice, are told apart by their starts, and else by their order if it tells. */
function byTitle(before: readonly Chapter[], after: readonly Chapter[]): [Chapter, Chapter][] {
  const ofTitle = Map.groupBy(after, titleKey)
  return [...Map.groupBy(before, titleKey)].flatMap(([title, froms]) => {
    const tos = ofTitle.get(title) ?? []
    const pairs: [Chapter, Chapter][] = []
    for (const from of froms) {
      const to = tos.find((each) => each.startSeconds === from.startSeconds)
      if (to !== undefined && !pairs.some(([, other]) => other === to)) pairs.push([from, to])
    }
    const [movedFrom, movedTo] = [froms, tos].map((side, at) =>
      side.filter((chapter) => !pairs.some((pair) => pair[at] === chapter)),
    )
    if (movedFrom === undefined || movedTo === undefined || movedFrom.length !== movedTo.length) return pairs
    return [
      ...pairs,
      ...movedFrom.flatMap((from, at): [Chapter, Chapter][] => {
        const to = movedTo[at]
        return to === undefined ? [] : [[from, to]]
      }),
    ]
  })
}

/** One of signs alone has no words. */
function titleKey({ title }: Chapter): string {
  return wordsOf(title) || title
}

function rewordedTitle(from: Chapter, candidates: readonly Chapter[]): Chapter | null {
  const ranked = candidates
    .map((to) => ({ to, alike: alikeTitles(from, to) }))
    .sort((one, other) => other.alike - one.alike)
  const [best, next] = ranked
  if (best === undefined || surenessOf(best.alike) < placedFrom) return null
  return best.alike - (next?.alike ?? 0) < tellingLead ? null : best.to
}

function alikeTitles(one: Chapter, other: Chapter): number {
  return similarity(gramsOf(one.title), gramsOf(other.title))
}
