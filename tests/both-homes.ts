import { isDeepStrictEqual } from 'node:util'
import { homeFiles } from '../electron/journal/reading/home-files.ts'
import { mergedRows } from '../electron/journal/reading/merged-rows.ts'
import { isPersons, keptTables } from '../renderer/db/kept-tables.ts'
import { rowName } from '../shared/kept/merge.ts'

/** Rows of the person's by their names (`rowName`); `null` for one that was deleted. */
export type KeptRows = Record<string, unknown>

/** Records of a database by table, each with its key as text. */
export type StoredRecords = Record<string, { key: string; row: object }[]>

/** What the files of a second home hold, and what of them is not whole. Settings are in no database, and so left out. */
export async function keptInHome(folder: string): Promise<{ rows: KeptRows; damaged: string[] }> {
  const damaged: string[] = []
  const { rows } = await mergedRows(await homeFiles(folder, null), (path, { reason, offset }) =>
    damaged.push(`${path}, ${reason} at ${offset}`),
  )
  const kept: KeptRows = {}
  for await (const changes of rows)
    for (const change of changes) if (change.kind !== 'settings') kept[rowName(change)] = change.row
  return { rows: kept, damaged }
}

export function keptInDatabase(records: StoredRecords): KeptRows {
  const kept: KeptRows = {}
  for (const { row } of records.tombstones ?? [])
    if ('kind' in row && 'key' in row) kept[`${row.kind} ${row.key}`] = null
  for (const kind of keptTables)
    for (const { key, row } of records[kind] ?? [])
      if (isPersons(kind, row)) kept[rowName({ kind, key })] = row
  return kept
}

/** Names of rows that only one holds, or that the two hold differently. */
export function differing(one: KeptRows, other: KeptRows): string[] {
  const names = new Set([...Object.keys(one), ...Object.keys(other)])
  return [...names].filter(
    (name) => !(name in one && name in other && isDeepStrictEqual(one[name], other[name])),
  )
}

/** Names of released rows that are not there any more, or say something else than they did; more they may say. */
export function lacking(kept: KeptRows, released: ReadonlyMap<string, Record<string, unknown>>): string[] {
  return [...released].flatMap(([name, row]) => {
    const now = kept[name]
    const isThere = typeof now === 'object' && now !== null && isDeepStrictEqual({ ...now, ...row }, now)
    return isThere ? [] : [name]
  })
}

/** Every record of the database of the app. Runs in a page too, so it leans on nothing from outside. */
export async function readRecords(): Promise<StoredRecords> {
  const settled = <Value>(request: IDBRequest<Value>): Promise<Value> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
  const opening = indexedDB.open('earmark')
  // Where the app has made none yet, none is made for it.
  opening.onupgradeneeded = () => opening.transaction?.abort()
  const database = await settled(opening)
  const names = [...database.objectStoreNames]
  const transaction = database.transaction(names)
  const records: StoredRecords = {}
  for (const name of names) {
    const store = transaction.objectStore(name)
    const [keys, rows] = await Promise.all([settled(store.getAllKeys()), settled(store.getAll())])
    records[name] = rows.map((row, index) => ({ key: String(keys[index]), row }))
  }
  database.close()
  return records
}
