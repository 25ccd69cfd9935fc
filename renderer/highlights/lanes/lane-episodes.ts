import { type LaneKey, lanesOfWord } from '../../../shared/models/highlight-lane.ts'
import type { HeldShelf } from '../../db/held-shelf.ts'
import type { Library } from '../../db/library.ts'
import { positionOf, type Slots, slotOf } from '../../db/library-order.ts'
import { matchShelf } from '../../library/match-shelf.ts'
import type { LaneChoice } from './lane-choice.ts'

export type EpisodeFilter = Pick<LaneChoice, 'topics' | 'matching' | 'podcastSlug' | 'fromDay' | 'toDay'>

/** The episodes of which highlights are listed, and how many each lane has. */
export type LaneEpisodes = {
  slots: Slots
  /** Newest first. */
  entries: Uint32Array
  counts: ReadonlyMap<LaneKey, number>
  /** How the service words it, of lanes that have its own word. */
  labels: ReadonlyMap<LaneKey, string>
}

type ShelfLanes = {
  /** 1 at the positions of episodes that the filter leaves. */
  flags: Uint8Array
  counts: ReadonlyMap<LaneKey, number>
  labels: ReadonlyMap<LaneKey, string>
}

/**
 * Filters one library after another, shelf by shelf, a step each: of a library that has become another one, only the
 * shelves that changed are looked through again. No text of a highlight is read for it.
 */
export function filteringLanes(filter: EpisodeFilter): (library: Library) => Generator<void, LaneEpisodes> {
  const known = new WeakMap<HeldShelf, ShelfLanes>()
  const span = { fromMs: startOfDay(filter.fromDay, 0), untilMs: startOfDay(filter.toDay, 1) }

  return function* filterLanes({ slots, order }) {
    const counts = new Map<LaneKey, number>()
    const labels = new Map<LaneKey, string>()
    const flags: (Uint8Array | null)[] = []
    for (const shelf of slots) {
      if (shelf === null || (filter.podcastSlug !== null && shelf.row.podcastSlug !== filter.podcastSlug)) {
        flags.push(null)
        continue
      }
      const found = known.get(shelf) ?? lookThrough(shelf, filter, span)
      known.set(shelf, found)
      flags.push(found.flags)
      for (const [lane, count] of found.counts) counts.set(lane, (counts.get(lane) ?? 0) + count)
      for (const [lane, label] of found.labels) if (!labels.has(lane)) labels.set(lane, label)
      yield
    }
    const entries = order.entries.filter((entry) => flags[slotOf(entry)]?.[positionOf(entry)] === 1)
    return { slots, entries, counts, labels }
  }
}

type Span = { fromMs: number | null; untilMs: number | null }

function lookThrough(shelf: HeldShelf, filter: EpisodeFilter, span: Span): ShelfLanes {
  const { row } = shelf
  const { flags } = matchShelf(shelf, filter)
  for (const position of shelf.newestFirst) {
    if (!isWithin(row.publishedAtMs[position] ?? 0, span)) flags[position] = 0
  }
  const sums = sumsOfWords(shelf, flags)
  const counts = new Map<LaneKey, number>()
  const labels = new Map<LaneKey, string>()
  for (const [number, word] of row.lanes.entries()) {
    const sum = sums[number] ?? 0
    for (const lane of sum === 0 ? [] : lanesOfWord(word)) {
      counts.set(lane, (counts.get(lane) ?? 0) + sum)
      if (lane.includes('/') && !labels.has(lane)) labels.set(lane, word.slice(word.indexOf('/') + 1))
    }
  }
  return { flags, counts, labels }
}

/** Of each of a shelf's words, how many highlights the flagged positions have. */
function sumsOfWords({ row, newestFirst }: HeldShelf, flags: Uint8Array): Uint32Array {
  const sums = new Uint32Array(row.lanes.length)
  for (const position of newestFirst) {
    if (flags[position] !== 1) continue
    const begin = position === 0 ? 0 : (row.laneEnds[position - 1] ?? 0)
    for (let at = begin; at < (row.laneEnds[position] ?? 0); at += 1) {
      const number = row.laneNumbers[at] ?? 0
      sums[number] = (sums[number] ?? 0) + (row.laneCounts[at] ?? 0)
    }
  }
  return sums
}

/** One without a date is in no span but that of all time. */
function isWithin(publishedAtMs: number, { fromMs, untilMs }: Span): boolean {
  if (fromMs === null && untilMs === null) return true
  if (publishedAtMs === 0) return false
  return (fromMs === null || publishedAtMs >= fromMs) && (untilMs === null || publishedAtMs < untilMs)
}

/** Epoch milliseconds of the midnight where the person is, so many days later. */
function startOfDay(day: string | null, later: number): number | null {
  if (day === null) return null
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return new Date(year, month - 1, date + later).getTime()
}
