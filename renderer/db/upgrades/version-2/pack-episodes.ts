import type { Table, Transaction } from 'dexie'
import { revisionOf } from './revision.ts'
import { type EpisodeRow, shelfRecord } from './shelf-record.ts'

const episodesPerShelf = 512
const episodesPerBlock = 64
const blocksPerShelf = episodesPerShelf / episodesPerBlock

/** What version 1 kept of an episode for its page. It only passes through. */
type Details = { id: string } & Record<
  | 'summary'
  | 'highlights'
  | 'chapters'
  | 'actions'
  | 'canonicalUrl'
  | 'imageUrl'
  | 'audio'
  | 'updatedAt'
  | 'warnings',
  unknown
>

type Packed = { row: EpisodeRow; details: string; revision: number }

/**
 * Puts every episode, one record each in two tables until then, on the shelves of its podcast. A shelf's worth is in
 * memory at a time. What is compared later is worked out as the service's answers are, so that the next sync finds the
 * episodes unchanged.
 */
export async function packEpisodes(transaction: Transaction): Promise<void> {
  const rows: Table<EpisodeRow, string> = transaction.table('episodes')
  const details: Table<Details, string> = transaction.table('episodeDetails')
  let podcastSlug = ''
  let shelf = 0
  let places: Packed[] = []

  async function putShelf(): Promise<void> {
    if (places.length === 0) return
    await transaction.table('shelves').put(shelfRecord(podcastSlug, shelf, places))
    await transaction.table('episodeBlocks').bulkPut(blocksOf(podcastSlug, shelf, places))
    shelf += 1
    places = []
  }

  let last = ''
  for (;;) {
    const batch = await rows.where('id').above(last).limit(episodesPerShelf).toArray()
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
      places.push(packed(row, detailsById.get(row.id)))
      if (places.length === episodesPerShelf) await putShelf()
    }
  }
  await putShelf()
}

function blocksOf(podcastSlug: string, shelf: number, places: readonly Packed[]) {
  return Array.from({ length: Math.ceil(places.length / episodesPerBlock) }, (_, index) => ({
    podcastSlug,
    block: shelf * blocksPerShelf + index,
    details: places
      .slice(index * episodesPerBlock, (index + 1) * episodesPerBlock)
      .map((place) => place.details),
  }))
}

/** The order of the keys counts: a revision is of the text. */
function packed(row: EpisodeRow, itsDetails: Omit<Details, 'id'> = noDetails): Packed {
  const listed = JSON.stringify({
    id: row.id,
    podcastSlug: row.podcastSlug,
    title: row.title,
    podcastTitle: row.podcastTitle,
    publishedAtMs: row.publishedAtMs,
    durationSeconds: row.durationSeconds,
    processingState: row.processingState,
    topics: row.topics,
    withdrawnAt: null,
  })
  const details = JSON.stringify({
    id: row.id,
    summary: itsDetails.summary,
    highlights: itsDetails.highlights,
    chapters: itsDetails.chapters,
    actions: itsDetails.actions,
    canonicalUrl: itsDetails.canonicalUrl,
    imageUrl: itsDetails.imageUrl,
    audio: itsDetails.audio,
    updatedAt: itsDetails.updatedAt,
    warnings: itsDetails.warnings,
  })
  return { row, details, revision: revisionOf(listed + details) }
}

/** Both rows of an episode were always written together; should one be missing, the next sync brings it. */
const noDetails: Omit<Details, 'id'> = {
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
