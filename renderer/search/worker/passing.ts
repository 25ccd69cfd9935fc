import type { Annotation } from '../../../shared/models/annotation.ts'
import { hasTag } from '../../../shared/models/tags.ts'
import type { SearchFilter } from '../../../shared/search/query.ts'
import type { HeldShelf } from '../../db/held-shelf.ts'
import type { Library } from '../../db/library.ts'
import { positionOf, slotOf } from '../../db/library-order.ts'
import { placesPerShelf } from '../../db/shelf-codec.ts'
import { narrowShelf, type Surroundings } from '../../narrowing/narrow-shelf.ts'
import type { Layer } from '../engine/find-documents.ts'
import { segmentKinds } from '../engine/segment.ts'

export type Passing = {
  /** Whether filters leave an entry of the library. */
  episode: (entry: number) => boolean
  /** A document of that kind of an entry: of highlights, `kind` narrows them themselves. */
  document: (entry: number, kind: number) => boolean
  /** A note, and -1 where its episode is not in the library. */
  note: (note: Annotation, entry: number) => boolean
}

/** What filters leave. `layers` tell which episodes have chapters, as shelves do not. */
export function passing(
  filters: readonly SearchFilter[],
  { slots }: Library,
  layers: readonly Layer[],
  entryOfRank: ArrayLike<number>,
  around: Surroundings,
): Passing {
  const parts = filters.filter(isOfParts)
  const withParts = parts.length === 0 ? null : partFlags(layers, entryOfRank, slots.length)
  const hasParts = (entry: number): boolean =>
    parts.every((filter) => {
      const has = filter.by === 'has' && filter.what === 'chapters' && withParts?.[entry] === 1
      return has !== filter.without
    })

  function flagsFor(some: readonly SearchFilter[]): (entry: number) => boolean {
    const known = new Map<HeldShelf, Uint8Array | null>()
    const rest = some.filter((filter) => !isOfParts(filter))
    return (entry) => {
      const held = slots[slotOf(entry)]
      if (held == null) return false
      let flags = known.get(held)
      if (flags === undefined) {
        flags = narrowShelf(held, rest, around)
        known.set(held, flags)
      }
      return (flags === null || flags[positionOf(entry)] === 1) && hasParts(entry)
    }
  }

  const episode = flagsFor(filters)
  const kinds = filters.filter((filter) => filter.by === 'kind')
  const beside = (isOwn: (filter: SearchFilter) => boolean) =>
    filters.some(isOwn) ? flagsFor(filters.filter((filter) => !isOwn(filter))) : episode
  const ofHighlights = beside(({ by }) => by === 'kind')
  const ofNotes = beside(isOfNotes)
  const hasOtherFilters = filters.some((filter) => !isOfNotes(filter))

  return {
    episode,
    document: (entry, kind) => {
      if (kind < firstHighlightKind) return episode(entry)
      return (
        ofHighlights(entry) &&
        kinds.every((filter) => (segmentKinds[filter.kind] === kind) !== filter.without)
      )
    },
    note: (note, entry) =>
      (entry === -1 ? !hasOtherFilters : ofNotes(entry)) &&
      filters.every((filter) => !isOfNotes(filter) || holdsOf(note, filter) !== filter.without),
  }
}

const firstHighlightKind = segmentKinds['main-idea']

function isOfParts(filter: SearchFilter): boolean {
  return filter.by === 'has' && (filter.what === 'chapters' || filter.what === 'transcript')
}

/** What narrows notes themselves. */
function isOfNotes(filter: SearchFilter): boolean {
  return filter.by === 'tag' || (filter.by === 'is' && filter.state === 'starred')
}

function holdsOf({ tags, starred }: Annotation, filter: SearchFilter): boolean {
  return filter.by === 'tag' ? hasTag(tags, filter.tag) : starred
}

/** 1 at entries of the library that have chapters. */
function partFlags(layers: readonly Layer[], entryOfRank: ArrayLike<number>, slots: number): Uint8Array {
  const flags = new Uint8Array(slots * placesPerShelf)
  for (const { segment, ranks } of layers) {
    ranks.forEach((rank, entry) => {
      const second = (segment.entryStarts[entry] ?? 0) + 1
      const hasSecond = second < (segment.entryStarts[entry + 1] ?? 0)
      if (rank >= 0 && hasSecond && segment.kinds[second] === segmentKinds.chapter) {
        flags[entryOfRank[rank] ?? 0] = 1
      }
    })
  }
  return flags
}
