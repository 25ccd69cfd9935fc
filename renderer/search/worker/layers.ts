import type { SegmentBuilder } from '../engine/build-segment.ts'
import type { Layer } from '../engine/find-documents.ts'
import { mergeSegments } from '../engine/merge-segments.ts'

/** More layers than this make a search slower than putting some together. */
const mostLayers = 6

/** With what a builder has read as the newest layer. */
export function withLayer(layers: readonly Layer[], builder: SegmentBuilder): Layer[] {
  const { segment, positions } = builder.finish()
  return [...layers, { segment, positions, ranks: new Int32Array(segment.entryCount) }]
}

/**
 * With the newest layers put together, where there are too many: as many as are, all together, no smaller than the one before them, so
 * that each document is written anew only a few times in its life. The same list where there is nothing to do.
 */
export function compacted(layers: readonly Layer[]): readonly Layer[] {
  if (layers.length <= mostLayers) return layers
  let first = layers.length - 2
  let documents = sizeOf(layers[first]) + sizeOf(layers[first + 1])
  while (first > 0 && (sizeOf(layers[first - 1]) <= documents || first > mostLayers - 2)) {
    first -= 1
    documents += sizeOf(layers[first])
  }
  const parts = layers.slice(first)
  const { segment, positions } = mergeSegments(
    parts.map((layer) => ({ ...layer, lives: (entry) => (layer.ranks[entry] ?? -1) >= 0 })),
  )
  return [...layers.slice(0, first), { segment, positions, ranks: new Int32Array(segment.entryCount) }]
}

function sizeOf(layer: Layer | undefined): number {
  return layer?.segment.documentCount ?? 0
}
