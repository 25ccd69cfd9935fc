import type { Page } from '@playwright/test'
import { unpackDetails } from '../../renderer/db/episode-rows.ts'
import type { EpisodeBlockRow, ShelfRow, SyncRow } from '../../renderer/db/rows.ts'
import { decodeShelf } from '../../renderer/db/shelf-codec.ts'
import type { Library } from '../faults/library.ts'
import { shownEpisode } from '../faults/shown-episode.ts'

export type StoredPodcast = { sync: SyncRow | null; library: Library }

type NumberColumn =
  | 'publishedAtMs'
  | 'durationSeconds'
  | 'podcastTitleNumbers'
  | 'stateNumbers'
  | 'revisions'
  | 'topicNumbers'
  | 'topicEnds'
  | 'laneNumbers'
  | 'laneCounts'
  | 'laneEnds'

/** Reads everything that the app's database holds of a podcast, past the app, by IndexedDB itself. */
export async function readPodcast(page: Page, podcastSlug: string): Promise<StoredPodcast> {
  const { sync, shelves, blocks } = await page.evaluate(readRows, podcastSlug)
  const details = blocks
    .flatMap((block) => block.details)
    .flatMap((packed) => (packed === '' ? [] : [unpackDetails(packed)]))
  const detailsById = new Map(details.map((each) => [each.id, each]))
  const episodes = shelves.flatMap((shelf) => decodeShelf(withColumns(shelf)))
  const library = episodes.flatMap((shelved) => {
    if (shelved === null) return []
    const own = detailsById.get(shelved.row.id)
    if (own === undefined) throw new Error(`${shelved.row.id} stands on a shelf and has no details.`)
    return [[shelved.slug, shownEpisode(shelved.row, own)] as const]
  })
  return { sync, library: new Map(library) }
}

type PlainShelf = Omit<ShelfRow, NumberColumn> & Record<NumberColumn, number[]>

/** Runs in the page. Columns leave it as plain lists. */
async function readRows(slug: string) {
  const settled = <Value>(request: IDBRequest<Value>): Promise<Value> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
  const database = await settled(indexedDB.open('earmark'))
  const stores = database.transaction(['syncs', 'shelves', 'episodeBlocks'])
  const own = IDBKeyRange.bound([slug], [slug, []])
  const [sync, shelves, blocks]: [SyncRow | undefined, ShelfRow[], EpisodeBlockRow[]] = await Promise.all([
    settled(stores.objectStore('syncs').get(slug)),
    settled(stores.objectStore('shelves').getAll(own)),
    settled(stores.objectStore('episodeBlocks').getAll(own)),
  ])
  database.close()
  const plain = shelves.map(
    (shelf): PlainShelf => ({
      ...shelf,
      publishedAtMs: Array.from(shelf.publishedAtMs),
      durationSeconds: Array.from(shelf.durationSeconds),
      podcastTitleNumbers: Array.from(shelf.podcastTitleNumbers),
      stateNumbers: Array.from(shelf.stateNumbers),
      revisions: Array.from(shelf.revisions),
      topicNumbers: Array.from(shelf.topicNumbers),
      topicEnds: Array.from(shelf.topicEnds),
      laneNumbers: Array.from(shelf.laneNumbers),
      laneCounts: Array.from(shelf.laneCounts),
      laneEnds: Array.from(shelf.laneEnds),
    }),
  )
  return { sync: sync ?? null, shelves: plain, blocks }
}

function withColumns(shelf: PlainShelf): ShelfRow {
  return {
    ...shelf,
    publishedAtMs: Float64Array.from(shelf.publishedAtMs),
    durationSeconds: Float64Array.from(shelf.durationSeconds),
    podcastTitleNumbers: Uint16Array.from(shelf.podcastTitleNumbers),
    stateNumbers: Uint16Array.from(shelf.stateNumbers),
    revisions: Float64Array.from(shelf.revisions),
    topicNumbers: Uint32Array.from(shelf.topicNumbers),
    topicEnds: Uint32Array.from(shelf.topicEnds),
    laneNumbers: Uint32Array.from(shelf.laneNumbers),
    laneCounts: Uint16Array.from(shelf.laneCounts),
    laneEnds: Uint32Array.from(shelf.laneEnds),
  }
}

/** As if the last pass over the whole list had been a month ago. */
export function ageSweep(page: Page, podcastSlug: string): Promise<void> {
  return page.evaluate(async (slug) => {
    const settled = <Value>(request: IDBRequest<Value>): Promise<Value> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    const database = await settled(indexedDB.open('earmark'))
    const syncs = database.transaction('syncs', 'readwrite').objectStore('syncs')
    const row: SyncRow = await settled(syncs.get(slug))
    const monthMs = 31 * 24 * 3600_000
    await settled(syncs.put({ ...row, lastSweptAt: new Date(Date.now() - monthMs).toISOString() }))
    database.close()
  }, podcastSlug)
}
