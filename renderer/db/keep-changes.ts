import type Dexie from 'dexie'
import type { DBCore, DBCoreTable } from 'dexie'
import { fewKeys } from './core-rows.ts'
import { durabilityNow } from './durability.ts'
import { deleteRows, putRows } from './followed-writes.ts'
import { isKeptTable } from './kept-tables.ts'
import type { KeptTable } from './rows.ts'
import { watchWrite } from './slow-writes.ts'
import { changesOf, followTransaction, keepRead } from './transaction-changes.ts'

/**
 * Sees to it that whatever is written to a table of the person's, by whichever part of the page or worker, is stamped
 * and noted down in `unsent`, in the same transaction: it is on its way to the second home, or it was not written. Of a
 * row that is deleted a tombstone stays.
 *
 * The stamps are given here and not where rows are made, since only here the row before and its tombstone are known for
 * sure: a stamp must not go back, also not when a row is deleted and made anew after the clock was set back; and one
 * that a writer forgot would lose a change.
 */
export function keepChanges(database: Dexie): void {
  database.use({
    stack: 'dbcore',
    name: 'keep-changes',
    create: (core) => ({
      transaction: (stores, mode, options) => {
        if (mode !== 'readwrite' || !stores.some(isKeptTable)) return core.transaction(stores, mode, options)
        const scope = [...new Set([...stores, 'unsent', 'tombstones'])]
        const trans = core.transaction(scope, mode, { ...options, durability: durabilityNow() })
        followTransaction(trans)
        watchWrite(trans)
        return trans
      },
      table: (name) => (isKeptTable(name) ? followedTable(core, name) : core.table(name)),
    }),
  })
}

function followedTable(core: DBCore, kind: KeptTable): DBCoreTable {
  const table = core.table(kind)
  return {
    ...table,
    get: (request) => {
      const changes = changesOf(request.trans)
      const row: Promise<unknown> = table.get(request)
      if (changes === null) return row
      return row.then((found) => {
        keepRead(changes, kind, request.key, found)
        return found
      })
    },
    getMany: (request) => {
      const changes = changesOf(request.trans)
      const rows = table.getMany(request)
      if (changes === null || request.keys.length > fewKeys) return rows
      return rows.then((found) => {
        for (const [index, key] of request.keys.entries()) keepRead(changes, kind, key, found[index])
        return found
      })
    },
    mutate: (request) => {
      const { trans } = request
      const changes = changesOf(trans)
      if (changes === null) return table.mutate(request)
      const followed = { core, table, kind, trans, changes }
      switch (request.type) {
        case 'add':
        case 'put':
          return putRows(followed, request)
        case 'delete':
          return deleteRows(followed, request, table.getMany({ trans, keys: request.keys }))
        case 'deleteRange': {
          const query = { index: table.schema.primaryKey, range: request.range }
          const inRange = table.query({ trans, query, values: true })
          return deleteRows(
            followed,
            request,
            inRange.then(({ result }) => result),
          )
        }
      }
    },
  }
}
