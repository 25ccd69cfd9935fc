import Dexie from 'dexie'
import { database } from './database.ts'
import type { EpisodeBlockRow, ShelfRow } from './rows.ts'

/** In their order. */
export async function shelvesOfPodcast(podcastSlug: string): Promise<ShelfRow[]> {
  return database.shelves
    .where(':id')
    .between(...allOf(podcastSlug))
    .toArray()
}

/** In the order of `shelves`; those that are not stored are left out. */
export async function shelvesAt(podcastSlug: string, shelves: Iterable<number>): Promise<ShelfRow[]> {
  const rows = await database.shelves.bulkGet(Array.from(shelves, (shelf) => [podcastSlug, shelf]))
  return rows.filter((row) => row !== undefined)
}

export async function blocksAt(podcastSlug: string, blocks: Iterable<number>): Promise<EpisodeBlockRow[]> {
  const rows = await database.episodeBlocks.bulkGet(Array.from(blocks, (block) => [podcastSlug, block]))
  return rows.filter((row) => row !== undefined)
}

/** Of those that are stored. */
export async function blockNumbersOf(podcastSlug: string): Promise<number[]> {
  const keys = await database.episodeBlocks
    .where(':id')
    .between(...allOf(podcastSlug))
    .primaryKeys()
  return keys.map(([, block]) => block)
}

export async function deleteAllPlaces(podcastSlug: string): Promise<void> {
  await database.shelves
    .where(':id')
    .between(...allOf(podcastSlug))
    .delete()
  await database.episodeBlocks
    .where(':id')
    .between(...allOf(podcastSlug))
    .delete()
}

function allOf(podcastSlug: string): [[string, unknown], [string, unknown]] {
  return [
    [podcastSlug, Dexie.minKey],
    [podcastSlug, Dexie.maxKey],
  ]
}
