import type { Page } from '@playwright/test'

/**
 * Texts of the notes that are in the app's database now, read past the app; none while there is no database. It must not be
 * opened before the app has: that would make one, of no version.
 */
export async function readNotes(page: Page): Promise<string[]> {
  try {
    return await page.evaluate(async () => {
      const settled = <Value>(request: IDBRequest<Value>): Promise<Value> =>
        new Promise((resolve, reject) => {
          request.onsuccess = () => resolve(request.result)
          request.onerror = () => reject(request.error)
        })
      const opening = indexedDB.open('earmark')
      opening.onupgradeneeded = () => opening.transaction?.abort()
      const database = await settled(opening)
      try {
        const rows: Record<string, unknown>[] = await settled(
          database.transaction('annotations').objectStore('annotations').getAll(),
        )
        return rows.filter((row) => row.deletedAt === null).map((row) => String(row.body))
      } finally {
        database.close()
      }
    })
  } catch {
    // The page may be about to load itself anew, or the database to be made.
    return []
  }
}
