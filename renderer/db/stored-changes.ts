import Dexie from 'dexie'
import type { KeptChange } from '../../shared/kept/change.ts'
import { rowName } from '../../shared/kept/merge.ts'
import { database } from './database.ts'
import { isPersons, keptTables } from './kept-tables.ts'
import { buriedAt, rowsAt } from './many-rows.ts'
import type { KeptTable } from './rows.ts'
import { isStamped } from './stamp-row.ts'

/**
 * What the database holds of rows, as changes in the order of `keys`; `null` of one that was never there. In a transaction
 * over the table and `tombstones`.
 */
export async function storedChanges(
  kind: KeptTable,
  keys: readonly string[],
): Promise<(KeptChange | null)[]> {
  const [rows, buried] = await Promise.all([
    rowsAt(database.table<unknown, string>(kind), keys),
    buriedAt(kind, keys),
  ])
  return keys.map((key, index) => {
    const row = rows[index]
    if (isStamped(row) && isPersons(kind, row)) return { kind, key, updatedAt: row.updatedAt, row }
    const updatedAt = buried[index]
    return updatedAt === undefined ? null : { kind, key, updatedAt, row: null }
  })
}

const rowsAtOnce = 500

/** What the database holds of the person's beside the rows of these names (`rowName`), a few hundred at a time. */
export async function* changesBeside(names: ReadonlySet<string>): AsyncGenerator<KeptChange[]> {
  for (const kind of keptTables) {
    const keys = (await keysOf(kind)).filter((key) => !names.has(rowName({ kind, key })))
    for (let at = 0; at < keys.length; at += rowsAtOnce) {
      const some = keys.slice(at, at + rowsAtOnce)
      const changes = await database.transaction('r', database.table(kind), database.tombstones, () =>
        storedChanges(kind, some),
      )
      yield changes.filter((change) => change !== null)
    }
  }
}

/** How many rows there are of the person's, and deletions. Audio that Earmark found counts in. */
export async function countKept(): Promise<number> {
  const tables = [database.tombstones, ...keptTables.map((kind) => database.table(kind))]
  const counts = await Promise.all(tables.map((table) => table.count()))
  return counts.reduce((sum, count) => sum + count, 0)
}

/** Of rows that are there, and of those that were deleted. */
async function keysOf(kind: KeptTable): Promise<string[]> {
  const ofKind = database.tombstones.where(':id').between([kind, Dexie.minKey], [kind, Dexie.maxKey])
  const [keys, buried] = await Promise.all([
    database.table<unknown, string>(kind).toCollection().primaryKeys(),
    ofKind.primaryKeys(),
  ])
  return [...new Set([...keys, ...buried.map(([, key]) => key)])]
}
