import { z } from 'zod'
import { recall, remember } from '../db/memory.ts'
import type { LibraryFilter } from './filter-library.ts'

const markSchema = z.object({
  key: z.string(),
  /** Epoch milliseconds, in a list that is sorted by it; 0 elsewhere. */
  publishedAtMs: z.number(),
  index: z.number(),
})

/** What a row is found again by; by its date or index, where it would stand when it is gone. */
export type RowMark = z.infer<typeof markSchema>

const placeSchema = z.object({
  /** The row at the top of what is seen, and how much of it is scrolled past, in CSS pixels; `null` at the very top. */
  top: markSchema.extend({ pixelsInto: z.number() }).nullable(),
  /** The row that was gone to last. */
  reached: markSchema.nullable(),
})

export type ListPlace = z.infer<typeof placeSchema>

const memoryKey = 'list-places'
const rememberedSchema = z.array(z.tuple([z.string(), placeSchema]))

/** Whoever narrows as they type makes a list with each key. */
const mostLists = 60
/** A scroll tells of itself with every frame. */
const writeAfterMs = 500

const nowhere: ListPlace = { top: null, reached: null }

/** By list, those that were used last at the end. */
const places = new Map<string, ListPlace>()
let writing: ReturnType<typeof setTimeout> | undefined

/** Where a person is in each list, over a restart too. */
export function listPlaceOf(key: string): ListPlace {
  return places.get(key) ?? nowhere
}

export function keepListPlace(key: string, changed: Partial<ListPlace>): void {
  const place = { ...listPlaceOf(key), ...changed }
  places.delete(key)
  if (place.top !== null || place.reached !== null) places.set(key, place)
  const [oldest] = places.keys()
  if (places.size > mostLists && oldest !== undefined) places.delete(oldest)
  writing ??= setTimeout(() => void flushListPlaces(), writeAfterMs)
}

/** Writes what is not written yet. */
export async function flushListPlaces(): Promise<void> {
  if (writing === undefined) return
  clearTimeout(writing)
  writing = undefined
  await remember(memoryKey, [...places])
}

export async function restoreListPlaces(): Promise<void> {
  for (const [key, place] of (await recall(memoryKey, rememberedSchema)) ?? []) places.set(key, place)
}

/** Each choice of the library's has a list of its own, whichever way it was come to. */
export function libraryKey({ podcastSlug, topics, matching, query }: LibraryFilter): string {
  return JSON.stringify([podcastSlug, topics.toSorted(), topics.length > 1 ? matching : 'all', query])
}
