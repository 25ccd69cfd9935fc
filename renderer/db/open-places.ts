import { database } from './database.ts'
import type { StoredEpisode } from './episode-rows.ts'
import {
  blockOf,
  firstPlaceOfBlock,
  firstPlaceOfShelf,
  positionInBlock,
  positionOnShelf,
  shelfOf,
} from './places.ts'
import type { EpisodeBlockRow } from './rows.ts'
import { decodeShelf, encodeShelf, type ShelvedEpisode } from './shelf-codec.ts'
import { blocksAt, shelvesAt } from './shelf-records.ts'

/** Some places of a podcast, taken out of the database to be changed together. */
export type OpenPlaces = {
  at: (place: number) => StoredEpisode | null
  set: (place: number, episode: StoredEpisode | null) => void
  /** Puts back what was changed. */
  write: () => Promise<void>
}

/** `end` is the first place that was never used: what begins there or later is not looked for. */
export async function openPlaces(
  podcastSlug: string,
  places: readonly number[],
  end: number,
): Promise<OpenPlaces> {
  const shelves = new Map<number, (ShelvedEpisode | null)[]>()
  const blocks = new Map<number, EpisodeBlockRow['details']>()
  for (const place of places) {
    shelves.set(shelfOf(place), [])
    blocks.set(blockOf(place), [])
  }
  const usedShelves = [...shelves.keys()].filter((shelf) => firstPlaceOfShelf(shelf) < end)
  const usedBlocks = [...blocks.keys()].filter((block) => firstPlaceOfBlock(block) < end)
  const [shelfRows, blockRows] = await Promise.all([
    shelvesAt(podcastSlug, usedShelves),
    blocksAt(podcastSlug, usedBlocks),
  ])
  for (const row of shelfRows) shelves.set(row.shelf, decodeShelf(row))
  for (const row of blockRows) blocks.set(row.block, row.details)
  const changedShelves = new Set<number>()
  const changedBlocks = new Set<number>()

  function at(place: number): StoredEpisode | null {
    const shelved = shelves.get(shelfOf(place))?.[positionOnShelf(place)] ?? null
    const details = blocks.get(blockOf(place))?.[positionInBlock(place)] ?? ''
    return shelved === null || details === '' ? null : { ...shelved, details }
  }

  function set(place: number, episode: StoredEpisode | null): void {
    const shelf = shelves.get(shelfOf(place)) ?? []
    putAt(shelf, positionOnShelf(place), episode, null)
    shelves.set(shelfOf(place), shelf)
    changedShelves.add(shelfOf(place))

    const details = blocks.get(blockOf(place)) ?? []
    const text = episode?.details ?? ''
    if (details[positionInBlock(place)] === text) return
    putAt(details, positionInBlock(place), text, '')
    blocks.set(blockOf(place), details)
    changedBlocks.add(blockOf(place))
  }

  async function write(): Promise<void> {
    await Promise.all([
      database.shelves.bulkPut(
        Array.from(changedShelves, (shelf) => encodeShelf(podcastSlug, shelf, shelves.get(shelf) ?? [])),
      ),
      database.episodeBlocks.bulkPut(
        Array.from(changedBlocks, (block) => ({ podcastSlug, block, details: blocks.get(block) ?? [] })),
      ),
    ])
  }

  return { at, set, write }
}

/** Also past the end of the list; the places before it are filled. */
function putAt<Value>(list: Value[], index: number, value: Value, filler: Value): void {
  while (list.length < index) list.push(filler)
  list[index] = value
}
