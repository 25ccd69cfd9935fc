import type { Page } from '@playwright/test'

export type StoredLibrary = {
  passUnderWay: boolean
  /** Whether the service has been asked to the end at least once, and nothing waits to be asked. */
  lastSyncedAt: string | null
  /** Titles by slug, of the rows that lists read. */
  titles: Record<string, string>
  /** Slugs whose details are there. */
  details: string[]
  noteBodies: string[]
}

/** Reads what the app's database holds of one podcast, past the app, by IndexedDB itself. */
export function readLibrary(page: Page, podcastSlug: string): Promise<StoredLibrary> {
  return page.evaluate(async (slug) => {
    const settled = <Value>(request: IDBRequest<Value>): Promise<Value> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    const database = await settled(indexedDB.open('earmark'))
    const stores = database.transaction(['syncs', 'shelves', 'episodeBlocks', 'annotations'])
    const all = (name: string): Promise<Record<string, unknown>[]> =>
      settled(stores.objectStore(name).getAll())
    const [syncs, shelves, blocks, annotations] = await Promise.all([
      all('syncs'),
      all('shelves'),
      all('episodeBlocks'),
      all('annotations'),
    ])
    database.close()
    const own = (row: Record<string, unknown>): boolean => row.podcastSlug === slug
    const texts = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [])
    const slugs = shelves.filter(own).flatMap((row) => texts(row.slugs))
    const titles = shelves.filter(own).flatMap((row) => texts(row.titles))
    const details = blocks.filter(own).flatMap((row) => texts(row.details).filter((text) => text !== ''))
    const sync = syncs.find((row) => row.podcastSlug === slug)
    return {
      passUnderWay: typeof sync?.cursor === 'string',
      lastSyncedAt: typeof sync?.lastSyncedAt === 'string' ? sync.lastSyncedAt : null,
      titles: Object.fromEntries(
        slugs.map((each, place) => [each, titles[place] ?? '']).filter(([each]) => each !== ''),
      ),
      details: details.map((text) => String(JSON.parse(text).id).slice(slug.length + 1)),
      noteBodies: annotations.map((row) => String(row.body)),
    }
  }, podcastSlug)
}
