import type { Page } from '@playwright/test'
import { keptKinds } from '../../shared/kept/kinds.ts'

/** Every row of the person's in the app's database, by table, read past the app. */
export function readKept(page: Page): Promise<Record<string, unknown[]>> {
  const tables = [...keptKinds.filter((kind) => kind !== 'settings'), 'tombstones']
  return page.evaluate(async (names) => {
    const settled = <Value>(request: IDBRequest<Value>): Promise<Value> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    const database = await settled(indexedDB.open('earmark'))
    try {
      const stores = database.transaction(names)
      const rows = await Promise.all(names.map((name) => settled(stores.objectStore(name).getAll())))
      return Object.fromEntries(names.map((name, index) => [name, rows[index] ?? []]))
    } finally {
      database.close()
    }
  }, tables)
}
