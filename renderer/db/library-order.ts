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
  const order = orderOf(newestFirst.length)
  // Not by `from`, which goes through an iterator: at a start this is done for every episode there is.
  for (let at = 0; at < newestFirst.length; at += 1) {
    const position = newestFirst[at] ?? 0
    order.entries[at] = entryOf(slot, position)
    order.publishedAtMs[at] = row.publishedAtMs[position] ?? 0
  }
  return order
}

export function mergeOrders(slots: Slots, one: Order, other: Order): Order {
  if (one.entries.length === 0) return other
  if (other.entries.length === 0) return one
  const [ones, others] = [one.entries.length, other.entries.length]
  // As the shelves of one podcast mostly are to each other.
  if (comesFirst(slots, one, ones - 1, other, 0)) return joined(one, other)
  if (comesFirst(slots, other, others - 1, one, 0)) return joined(other, one)
  const merged = orderOf(ones + others)
  let atOne = 0
  let atOther = 0
  while (atOne < ones && atOther < others) {
    if (comesFirst(slots, one, atOne, other, atOther)) {
      copyEntry(one, atOne, merged, atOne + atOther)
      atOne += 1
    } else {
      copyEntry(other, atOther, merged, atOne + atOther)
      atOther += 1
    }
  }
  const [rest, from] = atOne < ones ? [one, atOne] : [other, atOther]
  merged.entries.set(rest.entries.subarray(from), atOne + atOther)
  merged.publishedAtMs.set(rest.publishedAtMs.subarray(from), atOne + atOther)
  return merged
}

function joined(one: Order, other: Order): Order {
  const both = orderOf(one.entries.length + other.entries.length)
  both.entries.set(one.entries)
  both.publishedAtMs.set(one.publishedAtMs)
  both.entries.set(other.entries, one.entries.length)
  both.publishedAtMs.set(other.publishedAtMs, one.entries.length)
  return both
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

function comesFirst(slots: Slots, one: Order, atOne: number, other: Order, atOther: number): boolean {
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
