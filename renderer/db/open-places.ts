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

/**
 * The shelf and the block that were written last of all, decoded: the next page of a list goes on there, and reading them
 * again would take as long as all else that is done with the page.
 */
export type LastWritten = {
  shelf: { number: number; places: ShelfPlaces } | null
  block: { number: number; details: BlockDetails } | null
}

type ShelfPlaces = (ShelvedEpisode | null)[]
type BlockDetails = EpisodeBlockRow['details']

/** `end` is the first place that was never used: what begins there or later is not looked for. */
export async function openPlaces(
  podcastSlug: string,
  places: readonly number[],
  end: number,
  last: LastWritten,
): Promise<OpenPlaces> {
  const shelves = new Map<number, ShelfPlaces>()
  const blocks = new Map<number, BlockDetails>()
  for (const place of places) {
    const [shelf, block] = [shelfOf(place), blockOf(place)]
    shelves.set(shelf, last.shelf?.number === shelf ? last.shelf.places : [])
    blocks.set(block, last.block?.number === block ? last.block.details : [])
  }
  const storedShelves = [...shelves.keys()].filter(
    (shelf) => firstPlaceOfShelf(shelf) < end && shelf !== last.shelf?.number,
  )
  const storedBlocks = [...blocks.keys()].filter(
    (block) => firstPlaceOfBlock(block) < end && block !== last.block?.number,
  )
  const [shelfRows, blockRows] = await Promise.all([
    shelvesAt(podcastSlug, storedShelves),
    blocksAt(podcastSlug, storedBlocks),
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
    putAt(shelf, positionOnShelf(place), episode === null ? null : shelvedForm(episode), null)
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
    // Together: each answer of the database that is waited for is a turn of three processes.
    await Promise.all([
      database.shelves.bulkPut(
        Array.from(changedShelves, (shelf) => encodeShelf(podcastSlug, shelf, shelves.get(shelf) ?? [])),
      ),
      database.episodeBlocks.bulkPut(
        Array.from(changedBlocks, (block) => ({ podcastSlug, block, details: blocks.get(block) ?? [] })),
      ),
    ])
    for (const [number, places] of shelves)
      if (number >= (last.shelf?.number ?? 0)) last.shelf = { number, places }
    for (const [number, details] of blocks)
      if (number >= (last.block?.number ?? 0)) last.block = { number, details }
  }

  return { at, set, write }
}

/** Without the details, which are kept elsewhere. */
function shelvedForm({ slug, row, revision, laneCounts }: StoredEpisode): ShelvedEpisode {
  return { slug, row, revision, laneCounts }
}

/** Also past the end of the list; the places before it are filled. */
function putAt<Value>(list: Value[], index: number, value: Value, filler: Value): void {
  while (list.length < index) list.push(filler)
  list[index] = value
}
