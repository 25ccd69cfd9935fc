import { type EpisodeId, slugsOf } from '../../shared/models/identity.ts'
import { rowAt } from '../db/held-shelf.ts'
import type { Library } from '../db/library.ts'
import type { EpisodeRow } from '../db/rows.ts'

/** An episode as lists show it; `undefined` of one that is not in the library, or not any more. */
export function libraryRow({ slots }: Library, id: EpisodeId): EpisodeRow | undefined {
  const { podcastSlug, episodeSlug } = slugsOf(id)
  for (const shelf of slots) {
    if (shelf?.row.podcastSlug !== podcastSlug) continue
    const position = shelf.row.slugs.indexOf(episodeSlug)
    if (position !== -1) return rowAt(shelf, position)
  }
  return undefined
}
