import type { Page } from '@playwright/test'

export type StoredRequest = { id: string; episodeId: string; state: string }

/** Reads the app's outbox, past the app, by IndexedDB itself. */
export function readRequests(page: Page): Promise<StoredRequest[]> {
  return page.evaluate(async () => {
    const settled = <Value>(request: IDBRequest<Value>): Promise<Value> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    const database = await settled(indexedDB.open('earmark'))
    const store = database.transaction('requests').objectStore('requests')
    const rows: Record<string, unknown>[] = await settled(store.getAll())
    database.close()
    return rows.map((row) => ({
      id: String(row.id),
      episodeId: String(row.episodeId),
      state: String(row.state),
    }))
  })
}
