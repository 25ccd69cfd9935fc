import { storedForm } from '../../../../renderer/db/episode-rows.ts'
import { holdShelf } from '../../../../renderer/db/held-shelf.ts'
import { emptyLibrary, type Library, withShelves } from '../../../../renderer/db/library.ts'
import { numberWords } from '../../../../renderer/db/numbered-words.ts'
import { encodeShelf } from '../../../../renderer/db/shelf-codec.ts'
import type { Episode } from '../../../../shared/models/episode.ts'
import { allSteps } from '../../library/made-library.ts'

/** A library of these episodes, a shelf for each podcast, in the order in which they are given. */
export function libraryOf(episodes: readonly Episode[]): Library {
  const empty = emptyLibrary(numberWords())
  const slots = [...Map.groupBy(episodes, ({ podcastSlug }) => podcastSlug)].map(([podcastSlug, its]) =>
    holdShelf(encodeShelf(podcastSlug, 0, its.map(storedForm)), empty.topics, null, empty.names),
  )
  return allSteps(withShelves(empty, slots))
}
