import type { Table, Transaction } from 'dexie'
import type { Episode } from '../../shared/models/episode.ts'
import { type StoredEpisode, storedForm } from './episode-rows.ts'
import { firstBlockOfShelf, placesPerBlock } from './places.ts'
import { encodeShelf, placesPerShelf } from './shelf-codec.ts'

/** What schema version 1 kept of an episode for lists, frozen with it. */
type EpisodeRow1 = Omit<Episode, keyof EpisodeDetailsRow1 | 'slug' | 'publishedAt'> &
  Pick<Episode, 'id'> & { publishedAtMs: number }

/** And for its page. */
type EpisodeDetailsRow1 = Pick<
  Episode,
  | 'id'
  | 'summary'
  | 'highlights'
  | 'chapters'
  | 'actions'
  | 'canonicalUrl'
  | 'imageUrl'
  | 'audio'
  | 'updatedAt'
  | 'warnings'
>

/**
 * The upgrade to schema version 2: puts every episode, one record each in two tables until then, on the shelves of its
 * podcast. A shelf's worth is in memory at a time. What is compared later is worked out as the service's answers are,
 * so that the next sync finds the episodes unchanged.
 */
export async function packEpisodes(transaction: Transaction): Promise<void> {
  const rows: Table<EpisodeRow1, string> = transaction.table('episodes')
  const details: Table<EpisodeDetailsRow1, string> = transaction.table('episodeDetails')
  let podcastSlug = ''
  let shelf = 0
  let places: StoredEpisode[] = []

  async function putShelf(): Promise<void> {
    if (places.length === 0) return
    await transaction.table('shelves').put(encodeShelf(podcastSlug, shelf, places))
    await transaction.table('episodeBlocks').bulkPut(blocksOf(podcastSlug, shelf, places))
    shelf += 1
    places = []
  }

  let last = ''
  for (;;) {
    const batch = await rows.where('id').above(last).limit(placesPerShelf).toArray()
    const first = batch[0]
    if (first === undefined) break
    last = batch.at(-1)?.id ?? first.id
    const itsDetails = await details.where('id').between(first.id, last, true, true).toArray()
    const detailsById = new Map(itsDetails.map((each) => [each.id, each]))
    // In the order of their ids, the episodes of a podcast follow each other.
    for (const row of batch) {
      if (row.podcastSlug !== podcastSlug) {
        await putShelf()
        podcastSlug = row.podcastSlug
        shelf = 0
      }
      places.push(storedForm(episodeOf(row, detailsById.get(row.id))))
      if (places.length === placesPerShelf) await putShelf()
    }
  }
  await putShelf()
}

function blocksOf(podcastSlug: string, shelf: number, places: readonly StoredEpisode[]) {
  return Array.from({ length: Math.ceil(places.length / placesPerBlock) }, (_, index) => ({
    podcastSlug,
    block: firstBlockOfShelf(shelf) + index,
    details: places
      .slice(index * placesPerBlock, (index + 1) * placesPerBlock)
      .map((episode) => episode.details),
  }))
}

function episodeOf(row: EpisodeRow1, details: EpisodeDetailsRow1 | undefined): Episode {
  const { publishedAtMs, ...same } = row
  return {
    ...same,
    ...(details ?? noDetails),
    id: row.id,
    slug: row.id.slice(row.podcastSlug.length + 1),
    publishedAt: publishedAtMs === 0 ? null : new Date(publishedAtMs).toISOString(),
  }
}

/** Both rows of an episode were always written together; should one be missing, the next sync brings it. */
const noDetails: Omit<EpisodeDetailsRow1, 'id'> = {
  summary: '',
  highlights: [],
  chapters: [],
  actions: [],
  canonicalUrl: null,
  imageUrl: null,
  audio: null,
  updatedAt: null,
  warnings: [],
}
