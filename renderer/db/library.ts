import { type EpisodeId, slugsOf } from '../../shared/models/identity.ts'
import { plainTopicNames, type TopicNames } from '../../shared/topics/topic-names.ts'
import { rowAt } from './held-shelf.ts'
import {
  emptyOrder,
  entryOf,
  mergeOrders,
  type Order,
  orderOfShelf,
  positionOf,
  type Slots,
  slotOf,
  withoutSlots,
} from './library-order.ts'
import type { NumberedWords } from './numbered-words.ts'
import type { EpisodeRow } from './rows.ts'

/** The episodes of all podcasts that are followed, as they were at one moment. It never changes. */
export type Library = {
  slots: Slots
  order: Order
  topics: NumberedWords
  /** Under which names the topics of all shelves go. */
  names: TopicNames
}

/** Some of a library's episodes, in its order. A row is made when it is asked for, and then stays the same object. */
export type EpisodeList = {
  length: number
  at: (index: number) => EpisodeRow | undefined
  /** Epoch milliseconds, without making the row; 0 when unknown. */
  publishedAtMs: (index: number) => number
  /** -1 for one that is not among them. */
  indexOf: (id: EpisodeId) => number
}

export function emptyLibrary(topics: NumberedWords): Library {
  return { slots: [], order: emptyOrder, topics, names: plainTopicNames }
}

/**
 * The library with these shelves. Only those that are other ones than before are taken out of the order and in again,
 * in steps of which none takes longer than going once over the numbers of all episodes.
 */
export function* withShelves(library: Library, slots: Slots): Generator<void, Library> {
  const changed = changedSlots(library.slots, slots)
  if (changed.length === 0) return library
  const flags = new Uint8Array(slots.length)
  let orders = [emptyOrder]
  for (const slot of changed) {
    flags[slot] = 1
    orders.push(orderOfShelf(slots, slot))
    yield
  }
  while (orders.length > 1) {
    const merged: Order[] = []
    for (let at = 0; at < orders.length; at += 2) {
      merged.push(mergeOrders(slots, orders[at] ?? emptyOrder, orders[at + 1] ?? emptyOrder))
      yield
    }
    orders = merged
  }
  const rest = withoutSlots(library.order, flags)
  yield
  return { ...library, slots, order: mergeOrders(slots, rest, orders[0] ?? emptyOrder) }
}

export function episodeList(slots: Slots, entries: Uint32Array): EpisodeList {
  function at(index: number): EpisodeRow | undefined {
    const entry = entries[index]
    const shelf = entry === undefined ? null : slots[slotOf(entry)]
    return entry === undefined || shelf == null ? undefined : rowAt(shelf, positionOf(entry))
  }

  function publishedAtMs(index: number): number {
    const entry = entries[index] ?? 0
    return slots[slotOf(entry)]?.row.publishedAtMs[positionOf(entry)] ?? 0
  }

  function indexOf(id: EpisodeId): number {
    const { podcastSlug, episodeSlug } = slugsOf(id)
    for (const [slot, shelf] of slots.entries()) {
      if (shelf?.row.podcastSlug !== podcastSlug) continue
      const position = shelf.row.slugs.indexOf(episodeSlug)
      if (position !== -1) return entries.indexOf(entryOf(slot, position))
    }
    return -1
  }

  return { length: entries.length, at, publishedAtMs, indexOf }
}

function changedSlots(before: Slots, now: Slots): number[] {
  return now.flatMap((shelf, slot) => ((before[slot] ?? null) === shelf ? [] : [slot]))
}
