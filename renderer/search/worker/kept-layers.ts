import type { SearchSegmentRow } from '../../db/rows.ts'
import { replaceSearchSegments, storedSearchSegments } from '../../db/search-segments.ts'
import type { Layer } from '../engine/find-documents.ts'
import { openPositions, openSegment, type Segment } from '../engine/segment.ts'

export type KeptLayers = {
  /** As they were kept; what is torn or of another format is left out, and so made anew from the episodes. */
  stored: () => Promise<Layer[]>
  /** Keeps these and no others. */
  keep: (layers: readonly Layer[]) => Promise<void>
}

export function keptLayers(): KeptLayers {
  const numbers = new Map<Segment, number>()
  let torn: number[] = []

  async function stored(): Promise<Layer[]> {
    const layers: Layer[] = []
    const rows = await storedSearchSegments()
    for (const [number, read] of rows) {
      const row = await read().catch(() => null)
      if (row === null) {
        torn.push(number)
        continue
      }
      const layer = layerOf(row)
      if (layer === null) torn.push(row.number)
      else {
        numbers.set(layer.segment, row.number)
        layers.push(layer)
      }
    }
    return layers
  }

  async function keep(layers: readonly Layer[]): Promise<void> {
    const now = new Set(layers.map(({ segment }) => segment))
    const gone = [...numbers].filter(([segment]) => !now.has(segment))
    const added = layers.filter(({ segment }) => !numbers.has(segment))
    if (gone.length + added.length + torn.length === 0) return
    const given = await replaceSearchSegments(
      [...torn, ...gone.map(([, number]) => number)],
      added.map(rowOf),
    )
    torn = []
    for (const [segment] of gone) numbers.delete(segment)
    for (const [index, { segment }] of added.entries()) numbers.set(segment, given[index] ?? 0)
  }

  return { stored, keep }
}

function rowOf({ segment, positions }: Layer): Omit<SearchSegmentRow, 'number'> {
  const row = { owners: [...segment.owners], bytes: segment.bytes, positions: positions.bytes }
  return { ...row, checksum: checksumOf(row) }
}

function layerOf({ owners, bytes, positions, checksum }: SearchSegmentRow): Layer | null {
  if (!(bytes instanceof ArrayBuffer && positions instanceof ArrayBuffer) || !Array.isArray(owners))
    return null
  if (!owners.every((owner) => typeof owner === 'string')) return null
  if (checksumOf({ owners, bytes, positions }) !== checksum) return null
  const segment = openSegment(bytes, owners)
  if (segment === null || positions.byteLength < 4 * (segment.termCount + 1)) return null
  return {
    segment,
    positions: openPositions(positions, segment.termCount),
    ranks: new Int32Array(segment.entryCount).fill(-1),
  }
}

/** Over words of 32 bits, since there are tens of millions of bytes; what is left over is taken byte by byte. */
function checksumOf({ owners, bytes, positions }: Omit<SearchSegmentRow, 'number' | 'checksum'>): number {
  let sum = 0x811c9dc5
  const take = (word: number): void => {
    sum = Math.imul(sum ^ word, 0x01000193)
    // Else what only changes high bits would stay there, and two such changes could hide each other.
    sum ^= sum >>> 15
  }
  for (const buffer of [new TextEncoder().encode(owners.join('\n')).buffer, bytes, positions]) {
    const words = new Uint32Array(buffer, 0, buffer.byteLength >>> 2)
    for (const word of words) take(word)
    for (const byte of new Uint8Array(buffer, words.byteLength)) take(byte)
  }
  return sum >>> 0
}
