import type { SearchGroup } from '../../../shared/search/query.ts'
import { type Best, keepBest } from './best.ts'
import { entriesOf } from './entries-of.ts'
import { type Matches, matchSegment } from './match-segment.ts'
import { worthOf } from './scores.ts'
import { type Positions, type Segment, segmentKinds } from './segment.ts'
import type { WantedTerm } from './words-wanted.ts'

/** A part of the index. */
export type Layer = {
  segment: Segment
  positions: Positions
  /**
   * Of each entry, the rank of what it is about, the first shown first; -1 for one that is there no longer, or has another entry
   * that is newer.
   */
  ranks: Int32Array
}

export type Wanted = {
  terms: readonly WantedTerm[]
  groups: readonly SearchGroup[]
  /** Of each group the best that are to be given. */
  most: number
  /**
   * Whether filters leave documents of that kind, of what has that rank; asked once for each entry and kind that has a match. `null`
   * where they leave all.
   */
  passes: ((rank: number, kind: number) => boolean) | null
}

const groupOfKind: Readonly<Record<keyof typeof segmentKinds, SearchGroup>> = {
  episode: 'episodes',
  chapter: 'chapters',
  note: 'notes',
  'main-idea': 'highlights',
  'practical-takeaway': 'highlights',
  'failure-mode': 'highlights',
  other: 'highlights',
}

/** By group; only those that have any. */
export function findDocuments(
  layers: readonly Layer[],
  { terms, groups, most, passes }: Wanted,
): Map<SearchGroup, Best> {
  const found = new Map(groups.map((group) => [group, keepBest(most)]))
  const bestOfKind = groupByKind.map((group) => found.get(group))
  for (const [layer, matches] of matchesOf(layers, terms)) {
    offerAll(layer, matches, { bestOfKind, passes })
  }
  for (const [group, best] of found) if (best.total() === 0) found.delete(group)
  return found
}

const groupByKind: SearchGroup[] = []
for (const [name, kind] of Object.entries(segmentKinds)) {
  groupByKind[kind] = groupOfKind[name as keyof typeof segmentKinds]
}

type Offers = Pick<Wanted, 'passes'> & { bestOfKind: readonly (Best | undefined)[] }

/** There can be half a million of them, so what is the same for several in a row is asked once. */
function offerAll(
  { segment, ranks }: Layer,
  { documents, scores }: Matches,
  { bestOfKind, passes }: Offers,
): void {
  const { kinds, entryStarts } = segment
  const entryOf = entriesOf(segment)
  let [passedRank, passedKind, isPassed] = [-1, -1, true]
  for (let at = 0; at < documents.length; at += 1) {
    const document = documents[at] ?? 0
    const kind = kinds[document] ?? 0
    const best = bestOfKind[kind]
    if (best === undefined) continue
    const entry = entryOf(document)
    const rank = ranks[entry] ?? -1
    if (rank < 0) continue
    if (passes !== null && (rank !== passedRank || kind !== passedKind)) {
      passedRank = rank
      passedKind = kind
      isPassed = passes(rank, kind)
    }
    if (isPassed) best.offer(rank, document - (entryStarts[entry] ?? 0), kind, scores[document] ?? 0)
  }
}

/** Visits every document of a living entry that has all terms and none that is not to be there. */
export function eachMatch(
  layers: readonly Layer[],
  terms: readonly WantedTerm[],
  visit: (layer: Layer, entry: number, document: number) => void,
): void {
  for (const [layer, { documents }] of matchesOf(layers, terms)) {
    const entryOf = entriesOf(layer.segment)
    for (const document of documents) {
      const entry = entryOf(document)
      if ((layer.ranks[entry] ?? -1) >= 0) visit(layer, entry, document)
    }
  }
}

/** Whether there is one of those. */
export function hasMatch(layers: readonly Layer[], terms: readonly WantedTerm[]): boolean {
  for (const [{ segment, ranks }, { documents }] of matchesOf(layers, terms)) {
    const entryOf = entriesOf(segment)
    if (documents.some((document) => (ranks[entryOf(document)] ?? -1) >= 0)) return true
  }
  return false
}

/** Of each layer its matches, which are valid until those of the next one are asked for. */
function* matchesOf(layers: readonly Layer[], terms: readonly WantedTerm[]): Generator<[Layer, Matches]> {
  const segments = layers.map(({ segment }) => segment)
  const worths = terms.map((term) => worthOf(term, segments))
  if (worths.some(({ wanted, documents }) => !wanted.without && documents === 0)) return
  for (const layer of layers) yield [layer, matchSegment(layer.segment, layer.positions, worths)]
}
