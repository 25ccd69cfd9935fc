import type { Way } from './way.ts'

const name = 'raw'
const storeName = 'episodes'
let database: IDBDatabase

/** The same rows put by IndexedDB itself, with no index: what writing them one a record costs at least. */
export const raw: Way = {
  begin: async () => {
    await settled(indexedDB.deleteDatabase(name))
    const opening = indexedDB.open(name)
    opening.onupgradeneeded = () => opening.result.createObjectStore(storeName, { keyPath: 'id' })
    database = await settled(opening)
  },
  write: ({ page }) => {
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    const transaction = database.transaction(storeName, 'readwrite')
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error)
    const store = transaction.objectStore(storeName)
    for (const episode of page.episodes) store.put(episode)
    return promise
  },
  count: () => settled(database.transaction(storeName).objectStore(storeName).count()),
  end: async () => {
    database.close()
    await settled(indexedDB.deleteDatabase(name))
  },
}

function settled<Value>(request: IDBRequest<Value>): Promise<Value> {
  const { promise, resolve, reject } = Promise.withResolvers<Value>()
  request.onsuccess = () => resolve(request.result)
  request.onerror = () => reject(request.error)
  return promise
}
