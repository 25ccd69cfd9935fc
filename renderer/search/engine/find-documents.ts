import type { SearchGroup } from '../../../shared/search/query.ts'
import { type Best, keepBest } from './best.ts'
import { matchSegment } from './match-segment.ts'
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
  /** Whether filters leave documents of that kind, of what has that rank; asked once for each entry and kind that has a match. */
  passes: (rank: number, kind: number) => boolean
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
export function findDocuments(layers: readonly Layer[], wanted: Wanted): Map<SearchGroup, Best> {
  const found = new Map<SearchGroup, Best>()
  eachMatch(layers, wanted.terms, (layer, entry, document, score) => {
    const kind = layer.segment.kinds[document] ?? 0
    const group = groups[kind]
    const rank = layer.ranks[entry] ?? -1
    if (group === undefined || !wanted.groups.includes(group) || !wanted.passes(rank, kind)) return
    const best = found.get(group) ?? keepBest(wanted.most)
    found.set(group, best)
    best.offer(rank, document - (layer.segment.entryStarts[entry] ?? 0), kind, score)
  })
  return found
}

const groups: SearchGroup[] = []
for (const [name, kind] of Object.entries(segmentKinds)) {
  groups[kind] = groupOfKind[name as keyof typeof segmentKinds]
}

/** Visits every document of a living entry that has all terms and none that is not to be there. */
export function eachMatch(
  layers: readonly Layer[],
  terms: readonly WantedTerm[],
  visit: (layer: Layer, entry: number, document: number, score: number) => void,
): void {
  someMatch(layers, terms, (layer, entry, document, score) => {
    visit(layer, entry, document, score)
    return false
  })
}

/** Whether there is one of those for which `test` says yes; none after it is looked at. */
export function someMatch(
  layers: readonly Layer[],
  terms: readonly WantedTerm[],
  test: (layer: Layer, entry: number, document: number, score: number) => boolean,
): boolean {
  const segments = layers.map(({ segment }) => segment)
  const worths = terms.map((term) => worthOf(term, segments))
  if (worths.some(({ wanted, documents }) => !wanted.without && documents === 0)) return false
  for (const layer of layers) {
    const { entryCount, entryStarts } = layer.segment
    const { stages, all, scores } = matchSegment(layer.segment, layer.positions, worths)
    for (let entry = 0; entry < entryCount; entry += 1) {
      if ((layer.ranks[entry] ?? -1) < 0) continue
      const end = entryStarts[entry + 1] ?? 0
      for (let document = entryStarts[entry] ?? 0; document < end; document += 1) {
        if (stages[document] === all && test(layer, entry, document, scores[document] ?? 0)) return true
      }
    }
  }
  return false
}
