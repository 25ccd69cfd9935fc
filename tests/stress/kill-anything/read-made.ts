import type { Page } from '@playwright/test'
import { keptTables } from '../../../renderer/db/kept-tables.ts'
import { type KeptRows, keptInDatabase, type StoredRecords } from '../../both-homes.ts'
import type { Made } from './ledger.ts'

/** What a person made, as it is in the app's database now; `null` while that cannot be read, or is of an older version. */
export async function readMade(page: Page): Promise<KeptRows | null> {
  try {
    const records = await page.evaluate(readMadeRecords, [...keptTables, 'tombstones'])
    return records === null ? null : keptInDatabase(records)
  } catch {
    // The page may be about to load itself anew.
    return null
  }
}

/** Runs in the page. Episodes, which are most of it, are left out. */
async function readMadeRecords(names: string[]): Promise<StoredRecords | null> {
  const settled = <Value>(request: IDBRequest<Value>): Promise<Value> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
  // To open one of a version without a second home would be in the way of its upgrade.
  const firstWithHome = 40
  const { version = 0 } = (await indexedDB.databases()).find(({ name }) => name === 'earmark') ?? {}
  if (version < firstWithHome) return null
  const opening = indexedDB.open('earmark')
  opening.onupgradeneeded = () => opening.transaction?.abort()
  const database = await settled(opening)
  try {
    const transaction = database.transaction(names)
    const records: StoredRecords = {}
    for (const name of names) {
      const store = transaction.objectStore(name)
      const [keys, rows] = await Promise.all([settled(store.getAllKeys()), settled(store.getAll())])
      records[name] = rows.map((row, index) => ({ key: String(keys[index]), row }))
    }
    return records
  } finally {
    database.close()
  }
}

/** Texts of notes that are there, and of drafts. */
export function textsIn(rows: KeptRows): Made {
  const texts: { notes: string[]; drafts: string[] } = { notes: [], drafts: [] }
  for (const [name, row] of Object.entries(rows)) {
    if (typeof row !== 'object' || row === null) continue
    if (name.startsWith('drafts ') && 'text' in row) texts.drafts.push(String(row.text))
    const isNote = name.startsWith('annotations ') && 'body' in row && 'deletedAt' in row
    if (isNote && row.deletedAt === null) texts.notes.push(String(row.body))
  }
  return texts
}
