import { type LaneKey, lanesOfWord } from '../../../shared/models/highlight-lane.ts'
import { type EpisodeId, episodeIdOf } from '../../../shared/models/identity.ts'
import { type HeldShelf, rowAt } from '../../db/held-shelf.ts'
import { entryOf, positionOf, type Slots, slotOf } from '../../db/library-order.ts'
import { firstPlaceOfShelf } from '../../db/places.ts'
import type { EpisodeRow } from '../../db/rows.ts'
import type { Annotated } from './lane-choice.ts'
import type { LaneEpisodes } from './lane-episodes.ts'

/** Of episodes with notes on highlights: which highlights of each lane these are, counted from 0 within the lane. */
export type NotedHighlights = ReadonlyMap<EpisodeId, ReadonlyMap<LaneKey, readonly number[]>>

/** A highlight that is listed: of which episode, and which of that episode's in the lane. */
export type LaneItem = {
  key: string
  row: EpisodeRow
  ordinal: number
  /** Where its words are read from, and what they are known to be of. */
  place: number
  revision: number
}

/** The highlights of a lane, newest episode first. Nothing is made of one before it is asked for. */
export type LaneItems = {
  lane: LaneKey
  length: number
  at: (index: number) => LaneItem | undefined
  /** -1 for one that is not among them. */
  indexOf: (key: string) => number
}

export type LaneList = {
  items: LaneItems
  /** How many each lane has. */
  counts: ReadonlyMap<LaneKey, number>
}

const entriesAtOnce = 4096

/** Lists a lane, in steps. */
export function* listLane(
  { slots, entries, counts }: LaneEpisodes,
  lane: LaneKey,
  annotated: Annotated,
  noted: NotedHighlights,
): Generator<void, LaneList> {
  const most = counts.get(lane) ?? 0
  const [itemEntries, ordinals] = [new Uint32Array(most), new Uint16Array(most)]
  const marked = new Map<LaneKey, number>()
  const byShelf = new Map<HeldShelf, Uint16Array>()
  const isLeft = leftBy(annotated)
  let length = 0
  for (let at = 0; at < entries.length; at += 1) {
    if (at % entriesAtOnce === entriesAtOnce - 1) yield
    const entry = entries[at] ?? 0
    const shelf = slots[slotOf(entry)]
    if (shelf == null) continue
    const position = positionOf(entry)
    const lanes = annotated === 'any' ? undefined : noted.get(idAt(shelf, position))
    if (lanes !== undefined) addTo(marked, lanes)
    const ofShelf = byShelf.get(shelf) ?? countsInLane(shelf, lane)
    byShelf.set(shelf, ofShelf)
    const count = ofShelf[position] ?? 0
    for (let ordinal = 0; ordinal < count; ordinal += 1) {
      if (!isLeft(lanes?.get(lane), ordinal)) continue
      itemEntries[length] = entry
      ordinals[length] = ordinal
      length += 1
    }
  }
  const items = itemsOf(lane, slots, itemEntries.subarray(0, length), ordinals)
  // While a sync runs, which have notes may be known of highlights that are gone: of the lane that is listed it was counted.
  return { items, counts: new Map(withNotes(counts, annotated, marked)).set(lane, length) }
}

/** Whether a highlight stays, by which of its episode's have notes. */
function leftBy(annotated: Annotated): (noted: readonly number[] | undefined, ordinal: number) => boolean {
  switch (annotated) {
    case 'any':
      return () => true
    case 'with':
      return (noted, ordinal) => noted?.includes(ordinal) ?? false
    case 'without':
      return (noted, ordinal) => !(noted?.includes(ordinal) ?? false)
  }
}

function addTo(sums: Map<LaneKey, number>, lanes: ReadonlyMap<LaneKey, readonly number[]>): void {
  for (const [lane, which] of lanes) sums.set(lane, (sums.get(lane) ?? 0) + which.length)
}

function withNotes(
  counts: ReadonlyMap<LaneKey, number>,
  annotated: Annotated,
  marked: ReadonlyMap<LaneKey, number>,
): ReadonlyMap<LaneKey, number> {
  switch (annotated) {
    case 'any':
      return counts
    case 'with':
      return new Map(Array.from(marked, ([lane, count]) => [lane, Math.min(count, counts.get(lane) ?? 0)]))
    case 'without':
      return new Map(
        Array.from(counts, ([lane, count]) => [lane, Math.max(0, count - (marked.get(lane) ?? 0))]),
      )
  }
}

/** Of each position of a shelf, how many highlights it has in the lane. */
function countsInLane({ row }: HeldShelf, lane: LaneKey): Uint16Array {
  const isIn = row.lanes.map((word) => lanesOfWord(word).includes(lane))
  const counts = new Uint16Array(row.slugs.length)
  let at = 0
  for (let position = 0; position < counts.length; position += 1) {
    for (; at < (row.laneEnds[position] ?? 0); at += 1) {
      if (isIn[row.laneNumbers[at] ?? 0])
        counts[position] = (counts[position] ?? 0) + (row.laneCounts[at] ?? 0)
    }
  }
  return counts
}

function itemsOf(lane: LaneKey, slots: Slots, entries: Uint32Array, ordinals: Uint16Array): LaneItems {
  const made = new Map<number, LaneItem>()

  function at(index: number): LaneItem | undefined {
    const known = made.get(index)
    if (known !== undefined) return known
    const entry = entries[index]
    const shelf = entry === undefined ? null : slots[slotOf(entry)]
    if (entry === undefined || shelf == null) return undefined
    const position = positionOf(entry)
    const row = rowAt(shelf, position)
    if (row === undefined) return undefined
    const ordinal = ordinals[index] ?? 0
    const item: LaneItem = {
      key: `${ordinal} ${row.id}`,
      row,
      ordinal,
      place: firstPlaceOfShelf(shelf.row.shelf) + position,
      revision: shelf.row.revisions[position] ?? 0,
    }
    made.set(index, item)
    return item
  }

  function indexOf(key: string): number {
    const space = key.indexOf(' ')
    const [ordinal, id] = [Number(key.slice(0, space)), key.slice(space + 1)]
    const slash = id.indexOf('/')
    const [podcastSlug, slug] = [id.slice(0, slash), id.slice(slash + 1)]
    for (const [slot, shelf] of slots.entries()) {
      const position = shelf?.row.podcastSlug === podcastSlug ? shelf.row.slugs.indexOf(slug) : -1
      if (position === -1) continue
      // Those of an episode follow one another.
      const entry = entryOf(slot, position)
      for (let index = entries.indexOf(entry); index !== -1 && entries[index] === entry; index += 1) {
        if (ordinals[index] === ordinal) return index
      }
      return -1
    }
    return -1
  }

  return { lane, length: entries.length, at, indexOf }
}

function idAt({ row }: HeldShelf, position: number): EpisodeId {
  return episodeIdOf(row.podcastSlug, row.slugs[position] ?? '')
}
