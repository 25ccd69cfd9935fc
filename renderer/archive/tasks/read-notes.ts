import type { KeptChange } from '../../../shared/kept/change.ts'
import { type AnnotationRow, annotationRowSchema } from '../../../shared/models/annotation.ts'
import type { EpisodeId } from '../../../shared/models/identity.ts'

/** Notes as they are stored, by their episode, deleted ones among them. */
export type ReadNotes = ReadonlyMap<EpisodeId, readonly AnnotationRow[]>

/** Of some 600 bytes each. A larger library reads them twice. */
const mostNotes = 50_000
const mostCharacters = 50_000_000

/**
 * Keeps the notes that come by among changes, so that what is written of them again by their episodes need not be read again. What
 * this version does not understand is left out: it is among the rows as it is.
 */
export function keepNotes(): { look: (change: KeptChange) => void; notes: () => ReadNotes | null } {
  let notes: Map<EpisodeId, AnnotationRow[]> | null = new Map()
  let [count, characters] = [0, 0]
  return {
    look: ({ kind, row }) => {
      if (notes === null || kind !== 'annotations' || row === null) return
      const { data } = annotationRowSchema.safeParse(row)
      if (data === undefined) return
      count += 1
      characters += data.body.length
      if (count > mostNotes || characters > mostCharacters) {
        notes = null
        return
      }
      const ofEpisode = notes.get(data.episodeId)
      if (ofEpisode === undefined) notes.set(data.episodeId, [data])
      else ofEpisode.push(data)
    },
    notes: () => notes,
  }
}
