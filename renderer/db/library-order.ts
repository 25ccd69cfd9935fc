import type { HeldShelf } from './held-shelf.ts'
import { placesPerShelf } from './shelf-codec.ts'

/**
 * Episodes, newest first; of one date by their ids. Each is one number: the slot in which its shelf is held, and its
 * position there. The dates stand beside them, since two lists are merged by those.
 */
export type Order = { entries: Uint32Array; publishedAtMs: Float64Array }

/** By slot; an empty one has no shelf. */
export type Slots = readonly (HeldShelf | null)[]

export const emptyOrder: Order = orderOf(0)

export function entryOf(slot: number, position: number): number {
  return slot * placesPerShelf + position
}

export function slotOf(entry: number): number {
  return Math.floor(entry / placesPerShelf)
}

export function positionOf(entry: number): number {
  return entry % placesPerShelf
}

export function orderOfShelf(slots: Slots, slot: number): Order {
  const shelf = slots[slot]
  if (shelf == null) return emptyOrder
  const { newestFirst, row } = shelf
  return {
    entries: Uint32Array.from(newestFirst, (position) => entryOf(slot, position)),
    publishedAtMs: Float64Array.from(newestFirst, (position) => row.publishedAtMs[position] ?? 0),
  }
}

export function mergeOrders(slots: Slots, one: Order, other: Order): Order {
  if (one.entries.length === 0) return other
  if (other.entries.length === 0) return one
  const merged = orderOf(one.entries.length + other.entries.length)
  let atOne = 0
  let atOther = 0
  for (let at = 0; at < merged.entries.length; at += 1) {
    if (comesFirst(slots, one, atOne, other, atOther)) {
      copyEntry(one, atOne, merged, at)
      atOne += 1
    } else {
      copyEntry(other, atOther, merged, at)
      atOther += 1
    }
  }
  return merged
}

/** Without the episodes of the slots that are flagged. */
export function withoutSlots(order: Order, flags: Uint8Array): Order {
  const kept = orderOf(order.entries.length)
  let count = 0
  for (let at = 0; at < order.entries.length; at += 1) {
    if (flags[slotOf(order.entries[at] ?? 0)] === 1) continue
    copyEntry(order, at, kept, count)
    count += 1
  }
  return { entries: kept.entries.slice(0, count), publishedAtMs: kept.publishedAtMs.slice(0, count) }
}

function orderOf(length: number): Order {
  return { entries: new Uint32Array(length), publishedAtMs: new Float64Array(length) }
}

function copyEntry(from: Order, at: number, to: Order, toAt: number): void {
  to.entries[toAt] = from.entries[at] ?? 0
  to.publishedAtMs[toAt] = from.publishedAtMs[at] ?? 0
}

/** An order that has come to its end is behind the other. */
function comesFirst(slots: Slots, one: Order, atOne: number, other: Order, atOther: number): boolean {
  if (atOne === one.entries.length) return false
  if (atOther === other.entries.length) return true
  const earlier = (one.publishedAtMs[atOne] ?? 0) - (other.publishedAtMs[atOther] ?? 0)
  if (earlier !== 0) return earlier > 0
  return idBefore(slots, one.entries[atOne] ?? 0, other.entries[atOther] ?? 0)
}

/** As the ids `podcastSlug/slug` compare, without making them. */
function idBefore(slots: Slots, one: number, other: number): boolean {
  const shelfOne = slots[slotOf(one)]
  const shelfOther = slots[slotOf(other)]
  if (shelfOne == null || shelfOther == null) return shelfOther == null
  if (shelfOne.row.podcastSlug !== shelfOther.row.podcastSlug) {
    return `${shelfOne.row.podcastSlug}/` < `${shelfOther.row.podcastSlug}/`
  }
  return (shelfOne.row.slugs[positionOf(one)] ?? '') < (shelfOther.row.slugs[positionOf(other)] ?? '')
}
