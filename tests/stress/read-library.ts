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
    const stores = database.transaction(['syncs', 'episodes', 'episodeDetails', 'annotations'])
    const all = (name: string): Promise<Record<string, unknown>[]> =>
      settled(stores.objectStore(name).getAll())
    const [syncs, episodes, details, annotations] = await Promise.all([
      all('syncs'),
      all('episodes'),
      all('episodeDetails'),
      all('annotations'),
    ])
    database.close()
    const sync = syncs.find((row) => row.podcastSlug === slug)
    const ownSlug = (row: Record<string, unknown>): string => String(row.id).slice(slug.length + 1)
    const own = (row: Record<string, unknown>): boolean => String(row.id).startsWith(`${slug}/`)
    return {
      passUnderWay: typeof sync?.cursor === 'string',
      lastSyncedAt: typeof sync?.lastSyncedAt === 'string' ? sync.lastSyncedAt : null,
      titles: Object.fromEntries(episodes.filter(own).map((row) => [ownSlug(row), String(row.title)])),
      details: details.filter(own).map(ownSlug),
      noteBodies: annotations.map((row) => String(row.body)),
    }
  }, podcastSlug)
}
