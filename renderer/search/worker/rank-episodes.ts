import type { Library } from '../../db/library.ts'
import { entryOf } from '../../db/library-order.ts'
import { positionOnShelf, shelfOf } from '../../db/places.ts'
import { placesPerShelf } from '../../db/shelf-codec.ts'
import type { Segment } from '../engine/segment.ts'

export type RankedEpisodes = {
  /** Of each segment, as `Layer.ranks`: the place in the library's order. */
  ranks: Int32Array[]
  /** Of the library's entries, those of which no segment has the words as they are now; newest first. */
  missing: number[]
}

/** Which episodes segments hold as they are in the library now. Of two entries for one, that of the later segment counts. */
export function rankEpisodes(segments: readonly Segment[], { slots, order }: Library): RankedEpisodes {
  const size = slots.length * placesPerShelf
  const rankOf = new Int32Array(size).fill(-1)
  order.entries.forEach((entry, rank) => {
    rankOf[entry] = rank
  })
  const slotOf = slotsByPlace(slots)
  const isKnown = new Uint8Array(size)

  function ranksOf(segment: Segment): Int32Array {
    const slotsOfOwners = segment.owners.map((owner) => slotOf.get(owner))
    return Int32Array.from({ length: segment.entryCount }, (_, entry) => {
      const place = segment.entryPlaces[entry] ?? 0
      const slot = slotsOfOwners[segment.entryOwners[entry] ?? 0]?.get(shelfOf(place))
      if (slot === undefined) return -1
      const position = positionOnShelf(place)
      const at = entryOf(slot, position)
      const isNow = slots[slot]?.row.revisions[position] === segment.entryRevisions[entry]
      if (!isNow || isKnown[at] === 1) return -1
      isKnown[at] = 1
      return rankOf[at] ?? -1
    })
  }

  const ranks = segments.toReversed().map(ranksOf).reverse()
  return { ranks, missing: Array.from(order.entries.filter((entry) => isKnown[entry] !== 1)) }
}

function slotsByPlace(slots: Library['slots']): Map<string, Map<number, number>> {
  const found = new Map<string, Map<number, number>>()
  slots.forEach((held, slot) => {
    if (held === null) return
    const { podcastSlug, shelf } = held.row
    const its = found.get(podcastSlug) ?? new Map<number, number>()
    found.set(podcastSlug, its.set(shelf, slot))
  })
  return found
}
