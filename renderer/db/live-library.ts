import { type Coalesced, coalesced } from './coalesced.ts'
import { database } from './database.ts'
import { followRows } from './follow-rows.ts'
import { type HeldShelf, holdShelf, isNamedOtherwise } from './held-shelf.ts'
import { emptyLibrary, type Library, withShelves } from './library.ts'
import { numberWords } from './numbered-words.ts'
import { onCommit } from './on-commit.ts'
import { inSlices } from './slices.ts'
import { storedTopicNames } from './topic-names.ts'

/** A shelf takes about half a millisecond to take in. */
const shelvesAtOnce = 16

/**
 * The library, live: read shelf by shelf at first, and then only those shelves again that changed, at most once in
 * `leastMs`. It is the same object for as long as it says the same.
 */
export function liveLibrary(leastMs: number): Coalesced<Library> {
  const { shelves, podcasts, topicNames } = database
  const topics = numberWords()
  const stored = followRows(shelves, shelvesAtOnce, (keys) => shelves.bulkGet(keys), true)
  const slotByKey = new Map<string, number>()
  /** By slot, also those of podcasts that are not followed: episodes that were kept for their notes. */
  const held: (HeldShelf | null)[] = []
  let library = emptyLibrary(topics)
  let names = library.names
  let areNamesStale = true

  async function read(): Promise<Library> {
    await stored.catchUp((key, row) => {
      const slot = slotOf(key)
      held[slot] = row === undefined ? null : holdShelf(row, topics, held[slot] ?? null, names)
    }, readNames())
    const followed = new Set(await podcasts.toCollection().primaryKeys())
    const slots = held.map((shelf) => (shelf !== null && followed.has(shelf.row.podcastSlug) ? shelf : null))
    library = await inSlices(withShelves(library, slots))
    if (library.names !== names) library = { ...library, names }
    return library
  }

  async function readNames(): Promise<void> {
    if (!areNamesStale) return
    areNamesStale = false
    try {
      names = await storedTopicNames()
    } catch (error) {
      areNamesStale = true
      throw error
    }
    await inSlices(renamed())
  }

  function* renamed(): Generator<void, void> {
    for (const [slot, shelf] of held.entries()) {
      if (shelf === null || !isNamedOtherwise(shelf, names)) continue
      held[slot] = holdShelf(shelf.stored, topics, shelf, names)
      yield
    }
  }

  /** A shelf has its slot for good, also when it is taken out and comes back. */
  function slotOf(key: [podcastSlug: string, shelf: number]): number {
    const text = JSON.stringify(key)
    const slot = slotByKey.get(text) ?? slotByKey.size
    slotByKey.set(text, slot)
    return slot
  }

  function onChange(hear: () => void): () => void {
    // What changed while nobody listened.
    areNamesStale = true

    function hearNames(): void {
      areNamesStale = true
      hear()
    }

    const stops = [stored.onChange(hear), onCommit(podcasts.name, hear), onCommit(topicNames.name, hearNames)]
    return () => {
      for (const stop of stops) stop()
    }
  }

  return coalesced(read, onChange, leastMs)
}
