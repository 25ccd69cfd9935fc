import { shownTopics } from '../../shared/topics/topic-names.ts'
import { detailsByBlock } from '../db/details-by-block.ts'
import { type HeldShelf, rowAt } from '../db/held-shelf.ts'
import type { Library } from '../db/library.ts'
import { positionOf, slotOf } from '../db/library-order.ts'
import { firstPlaceOfShelf } from '../db/places.ts'
import type { EpisodeDetailsRow, EpisodeRow } from '../db/rows.ts'
import { nextTurn } from '../db/slices.ts'
import { matchShelf } from '../library/match-shelf.ts'
import { type ChapterSpan, chapterSpans } from '../player/chapters.ts'
import { type WordMatcher, wordMatcher } from '../search/match-words.ts'
import type { ChapterQuery } from './chapter-query.ts'

export type FoundChapter = {
  startSeconds: number
  title: string
  /** `null` for the last one while the episode's length is unknown. */
  lengthSeconds: number | null
}

export type FoundEpisode = { episode: EpisodeRow; chapters: readonly FoundChapter[] }

export type ChapterSearch = {
  /** Those that have any, newest first. */
  found: readonly FoundEpisode[]
  /** How many episodes were looked through, and how many there are to look through. */
  looked: number
  total: number
  /** `full`: so many were found that it ended before it had looked through all. */
  state: 'looking' | 'done' | 'full'
}

/** More than anybody looks through, and a day of listening. */
export const mostChapters = 1000
/** So long it holds up the page at a time. */
const sliceMs = 4
/** How often it tells how far it is. */
const tellEveryMs = 250

/**
 * Looks through the chapters of a library as it is now, whichever of its episodes the query is about. It works in slices and
 * ends when `signal` says so; what was found so far is told again and again, each time as another object.
 */
export async function findChapters(
  library: Library,
  query: ChapterQuery,
  signal: AbortSignal,
  tell: (search: ChapterSearch) => void,
): Promise<void> {
  const matcher = wordMatcher(query.about)
  const wanted = matcher === null ? [] : wantedOf(library, query)
  const found: (FoundEpisode & { rank: number })[] = []
  let [looked, chapters] = [0, 0]
  let sliceEndMs = performance.now() + sliceMs
  let toldAtMs = performance.now()

  function tellAs(state: ChapterSearch['state']): void {
    const newestFirst = found.toSorted((one, other) => one.rank - other.rank)
    tell({ found: newestFirst, looked, total: wanted.length, state })
  }

  tellAs('looking')
  for await (const { wanted: each, details } of detailsByBlock(wanted, matcher?.mayMatch ?? never)) {
    if (signal.aborted) return
    looked += 1
    const matching = details === null || matcher === null ? [] : matchingChapters(each, details, matcher)
    const episode = matching.length === 0 ? undefined : rowAt(each.shelf, each.position)
    if (episode !== undefined) {
      found.push({ episode, chapters: matching, rank: each.rank })
      chapters += matching.length
    }
    if (chapters >= mostChapters) return tellAs('full')
    if (performance.now() < sliceEndMs) continue
    if (performance.now() - toldAtMs > tellEveryMs) {
      tellAs('looking')
      toldAtMs = performance.now()
    }
    await nextTurn()
    if (signal.aborted) return
    sliceEndMs = performance.now() + sliceMs
  }
  tellAs('done')
}

type Wanted = {
  podcastSlug: string
  place: number
  shelf: HeldShelf
  position: number
  /** Its place among all, newest first. */
  rank: number
}

function wantedOf(
  { slots, order, names }: Library,
  { podcastSlug, topics, matching }: ChapterQuery,
): Wanted[] {
  const filter = { podcastSlug, topics: shownTopics(topics, names), matching }
  const flags = slots.map((shelf) =>
    shelf === null || (podcastSlug !== null && shelf.row.podcastSlug !== podcastSlug)
      ? null
      : matchShelf(shelf, filter).flags,
  )
  const wanted: Wanted[] = []
  for (const [rank, entry] of order.entries.entries()) {
    const [slot, position] = [slotOf(entry), positionOf(entry)]
    const shelf = slots[slot]
    if (shelf == null || flags[slot]?.[position] !== 1) continue
    const place = firstPlaceOfShelf(shelf.row.shelf) + position
    wanted.push({ podcastSlug: shelf.row.podcastSlug, place, shelf, position, rank })
  }
  return wanted
}

function matchingChapters(
  { shelf, position }: Wanted,
  { id, chapters }: EpisodeDetailsRow,
  { matches }: WordMatcher,
): FoundChapter[] {
  const row = rowAt(shelf, position)
  // Its place may have been given to another one meanwhile.
  if (row?.id !== id) return []
  return chapterSpans(chapters, row.durationSeconds)
    .filter(({ chapter }) => matches(`${chapter.title}\n${chapter.description}`))
    .map(foundChapter)
}

function foundChapter({ chapter, startSeconds, endSeconds }: ChapterSpan): FoundChapter {
  return {
    startSeconds,
    title: chapter.title,
    lengthSeconds: endSeconds === null ? null : endSeconds - startSeconds,
  }
}

function never(): boolean {
  return false
}
