import { holdShelf } from '../../../renderer/db/held-shelf.ts'
import { emptyLibrary, type Library, withShelves } from '../../../renderer/db/library.ts'
import { numberWords } from '../../../renderer/db/numbered-words.ts'
import type { EpisodeRow } from '../../../renderer/db/rows.ts'
import { encodeShelf } from '../../../renderer/db/shelf-codec.ts'
import { slugsOf } from '../../../shared/models/identity.ts'
import { plainTopicNames } from '../../../shared/topics/topic-names.ts'

/** A library of these episodes, a shelf for each podcast. */
export function makeLibrary(rows: readonly EpisodeRow[], names = plainTopicNames): Library {
  return changedLibrary({ ...emptyLibrary(numberWords()), names }, rows)
}

/** The same library with other episodes on the shelves of the podcasts that these belong to. */
export function changedLibrary(library: Library, rows: readonly EpisodeRow[]): Library {
  const slots = [...library.slots]
  for (const [podcastSlug, its] of Map.groupBy(rows, (row) => row.podcastSlug)) {
    const places = its.map((row) => ({ slug: slugsOf(row.id).episodeSlug, row, revision: 1, laneCounts: [] }))
    const known = slots.findIndex((shelf) => shelf?.row.podcastSlug === podcastSlug)
    const shelf = holdShelf(encodeShelf(podcastSlug, 0, places), library.topics, null, library.names)
    if (known === -1) slots.push(shelf)
    else slots[known] = shelf
  }
  return allSteps(withShelves(library, slots))
}

export function allSteps<Value>(steps: Iterator<void, Value>): Value {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

export function rowsOf({ length, at }: { length: number; at: (index: number) => EpisodeRow | undefined }) {
  return Array.from({ length }, (_, index) => at(index)).filter((row) => row !== undefined)
}
