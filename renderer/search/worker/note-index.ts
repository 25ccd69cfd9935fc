import type { Annotation } from '../../../shared/models/annotation.ts'
import { buildSegment } from '../engine/build-segment.ts'
import type { Layer } from '../engine/find-documents.ts'
import { documentsOfNote } from './documents.ts'
import { compacted, withLayer } from './layers.ts'

export type NoteIndex = {
  layers: () => readonly Layer[]
  /** By rank: the newest first. */
  notes: () => readonly Annotation[]
  follow: (notes: readonly Annotation[]) => void
}

/** Notes are read at every start anyway, and few beside what the service says: their part of the index is made anew each time. */
export function createNoteIndex(): NoteIndex {
  let layers: readonly Layer[] = []
  let notes: readonly Annotation[] = []

  function rank(): Annotation[] {
    const rankOf = new Map(notes.map(({ id }, rank) => [id, rank]))
    const known = new Set<number>()
    layers = layers
      .toReversed()
      .map((layer) => {
        const ranks = Int32Array.from({ length: layer.segment.entryCount }, (_, entry) => {
          const at = rankOf.get(layer.segment.owners[layer.segment.entryOwners[entry] ?? 0] ?? '') ?? -1
          const note = notes[at]
          const isNow = note !== undefined && revisionOf(note) === layer.segment.entryRevisions[entry]
          if (!isNow || known.has(at)) return -1
          known.add(at)
          return at
        })
        return { ...layer, ranks }
      })
      .reverse()
    return notes.filter((_, at) => !known.has(at))
  }

  function follow(now: readonly Annotation[]): void {
    notes = now
    const missing = rank()
    for (let at = 0; at < missing.length; at += notesAtOnce) {
      const builder = buildSegment()
      for (const note of missing.slice(at, at + notesAtOnce)) {
        builder.add({ owner: note.id, place: 0, revision: revisionOf(note) }, documentsOfNote(note))
      }
      layers = withLayer(layers, builder)
      rank()
    }
    const together = compacted(layers)
    if (together === layers) return
    layers = together
    rank()
  }

  return { layers: () => layers, notes: () => notes, follow }
}

/** So many are indexed in well under a second. */
const notesAtOnce = 8000

function revisionOf({ updatedAt }: Annotation): number {
  return Date.parse(updatedAt)
}
