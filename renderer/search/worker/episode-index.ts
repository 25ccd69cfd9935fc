import { detailsByBlock } from '../../db/details-by-block.ts'
import type { Library } from '../../db/library.ts'
import { positionOf, slotOf } from '../../db/library-order.ts'
import { firstPlaceOfShelf } from '../../db/places.ts'
import { shelvedAt } from '../../db/shelf-codec.ts'
import { buildSegment } from '../engine/build-segment.ts'
import type { Layer } from '../engine/find-documents.ts'
import { documentsOfEpisode } from './documents.ts'
import { compacted, withLayer } from './layers.ts'
import { rankEpisodes } from './rank-episodes.ts'

export type EpisodeIndex = {
  layers: () => readonly Layer[]
  /** Entries of the library of which it does not know the words as they are now. */
  missing: () => readonly number[]
  /** From here on it is about that library. */
  follow: (library: Library) => void
  /** Reads some of what is missing; whether there was anything to do. */
  readSome: () => Promise<boolean>
}

/** So many are read and indexed while nobody is answered: some tenths of a second. */
const episodesAtOnce = 512

/** `stored` is what was kept of it, oldest first; `keep` is told of every change. */
export function createEpisodeIndex(
  stored: readonly Layer[],
  keep: (layers: readonly Layer[]) => Promise<void>,
): EpisodeIndex {
  let layers = stored
  let library: Library | null = null
  let missing: readonly number[] = []
  let version = 0

  function rank(): void {
    if (library === null) return
    const ranked = rankEpisodes(
      layers.map(({ segment }) => segment),
      library,
    )
    layers = layers.map((layer, at) => ({ ...layer, ranks: ranked.ranks[at] ?? layer.ranks }))
    missing = ranked.missing
  }

  async function readSome(): Promise<boolean> {
    if (library === null || missing.length === 0) return false
    const of = library
    const asked = version
    const wanted = missing.slice(0, episodesAtOnce).flatMap((entry) => placeOf(of, entry))
    const builder = buildSegment()
    for await (const { wanted: each, details } of detailsByBlock(wanted, () => true)) {
      // What the database has no details of, is found by what lists have of it.
      const { summary = '', chapters = [], highlights = [] } = details ?? {}
      const documents = documentsOfEpisode({ ...each.row, summary, chapters, highlights })
      builder.add({ owner: each.podcastSlug, place: each.place, revision: each.revision }, documents)
    }
    layers = withLayer(layers, builder)
    rank()
    const together = compacted(layers)
    if (together !== layers) {
      layers = together
      rank()
    }
    await keep(layers)
    // What could not be placed by then is missing still, and is not to be tried without end.
    return (
      missing.length > 0 && (missing.length < wanted.length || asked !== version || isProgress(wanted.length))
    )
  }

  let leastMissing = Number.POSITIVE_INFINITY

  function isProgress(read: number): boolean {
    const before = leastMissing
    leastMissing = missing.length
    return read > 0 && missing.length < before
  }

  return {
    layers: () => layers,
    missing: () => missing,
    follow: (now) => {
      library = now
      version += 1
      leastMissing = Number.POSITIVE_INFINITY
      rank()
    },
    readSome,
  }
}

function placeOf({ slots }: Library, entry: number) {
  const held = slots[slotOf(entry)]
  const position = positionOf(entry)
  const stored = held == null ? null : shelvedAt(held.stored, position)
  if (held == null || stored === null) return []
  const { podcastSlug, shelf } = held.row
  return [
    { podcastSlug, place: firstPlaceOfShelf(shelf) + position, revision: stored.revision, row: stored.row },
  ]
}
