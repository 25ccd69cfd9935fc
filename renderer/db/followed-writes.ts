import Dexie, {
  type DBCore,
  type DBCoreAddRequest,
  type DBCoreDeleteRangeRequest,
  type DBCoreDeleteRequest,
  type DBCoreMutateResponse,
  type DBCorePutRequest,
  type DBCoreTable,
  type DBCoreTransaction,
} from 'dexie'
import type { KeptChange } from '../../shared/kept/change.ts'
import { rowName } from '../../shared/kept/merge.ts'
import { stampAfter } from '../../shared/models/stamp.ts'
import { coreRowsAt } from './core-rows.ts'
import { isPersons } from './kept-tables.ts'
import type { KeptTable, Stamped, TombstoneRow } from './rows.ts'
import { isStamped, stampedRow } from './stamp-row.ts'
import { mutateOrAbort, noteDown, type TransactionChanges, wholeOrAbort } from './transaction-changes.ts'

/** A table of the person's, within a transaction. */
type FollowedTable = {
  core: DBCore
  table: DBCoreTable
  kind: KeptTable
  trans: DBCoreTransaction
  changes: TransactionChanges
}

type PutRow = {
  key: string
  row: Stamped<object>
  before: Stamped<object> | null
  isBuried: boolean
  changed: boolean
}

// Nothing here awaits (`noteDown`).

/** Puts rows with their stamps; nothing at all when none says anything new. */
export function putRows(
  followed: FollowedTable,
  { type, values }: DBCoreAddRequest | DBCorePutRequest,
): Promise<DBCoreMutateResponse> {
  const { table, kind, trans, changes } = followed
  const keys: string[] = values.map((value) => table.schema.primaryKey.extractKey?.(value))
  const standing = standingRow(followed, keys)
  for (const key of keys) changes.read.delete(rowName({ kind, key }))
  return (standing ?? storedRows(followed, keys)).then(([stored, tombstones]) => {
    const rows = stampRows(keys, values, stored, tombstones)
    if (type === 'put' && !rows.some(({ changed }) => changed)) {
      return { numFailures: 0, failures: {}, results: keys, lastResult: keys.at(-1) }
    }
    const stamped = rows.map(({ row }) => row)
    if (type === 'put' && rows.length === 1) {
      return Dexie.Promise.all([
        wholeOrAbort(trans, table.mutate({ type, trans, values: stamped })),
        settlePuts(followed, rows),
      ]).then(([response]) => response)
    }
    return mutateInSlices(table, type, trans, stamped).then((response) => {
      const written = rows.filter((_, index) => response.failures[index] === undefined)
      return settlePuts(followed, written).then(() => response)
    })
  })
}

type StoredRows = [stored: unknown[], tombstones: (TombstoneRow | undefined)[]]

function storedRows(
  { core, table, kind, trans }: FollowedTable,
  keys: readonly string[],
): Promise<StoredRows> {
  return Dexie.Promise.all([
    coreRowsAt(table, trans, keys, {
      keyFor: (key) => key,
      keyOf: table.schema.primaryKey.extractKey ?? String,
    }),
    coreRowsAt(core.table('tombstones'), trans, keys, {
      keyFor: (key) => [kind, key],
      keyOf: ({ key }: TombstoneRow) => key,
    }),
  ])
}

/** The one row that is to be put, where the transaction has read it: what stands there, and is the person's, has no tombstone. */
function standingRow({ kind, changes }: FollowedTable, keys: readonly string[]): Promise<StoredRows> | null {
  const [key, ...others] = keys
  const row = key === undefined || others.length > 0 ? undefined : changes.read.get(rowName({ kind, key }))
  return row !== undefined && isPersons(kind, row)
    ? Dexie.Promise.resolve<StoredRows>([[row], [undefined]])
    : null
}

/** Of more rows in one request Dexie tells that any row of the table may have changed, and each of them would be read again. */
const mostToldByKey = 49

function mutateInSlices(
  table: DBCoreTable,
  type: 'add' | 'put',
  trans: DBCoreTransaction,
  values: readonly object[],
): Promise<DBCoreMutateResponse> {
  if (values.length <= mostToldByKey) return table.mutate({ type, trans, values: [...values] })
  const starts = Array.from(
    { length: Math.ceil(values.length / mostToldByKey) },
    (_, at) => at * mostToldByKey,
  )
  const slices = starts.map((start) =>
    table.mutate({ type, trans, values: values.slice(start, start + mostToldByKey) }),
  )
  return Dexie.Promise.all(slices).then((responses) => ({
    numFailures: responses.reduce((sum, { numFailures }) => sum + numFailures, 0),
    failures: Object.fromEntries(
      responses.flatMap(({ failures }, slice) =>
        Object.entries(failures).map(([index, error]) => [Number(index) + slice * mostToldByKey, error]),
      ),
    ),
    results: responses.flatMap(({ results }) => results ?? []),
    lastResult: responses.at(-1)?.lastResult,
  }))
}

/** Deletes rows; `rows` are those that are there. */
export function deleteRows(
  followed: FollowedTable,
  request: DBCoreDeleteRequest | DBCoreDeleteRangeRequest,
  rows: Promise<unknown[]>,
): Promise<DBCoreMutateResponse> {
  const { table, kind } = followed
  return rows.then((stored) =>
    table.mutate(request).then((response) => {
      const nowMs = Date.now()
      const persons = stored.filter(isStamped).filter((row) => isPersons(kind, row))
      const changes = persons.map((row) => {
        const key: string = table.schema.primaryKey.extractKey?.(row)
        return { kind, key, updatedAt: stampAfter(row.updatedAt, nowMs), row: null }
      })
      return settle(followed, changes, []).then(() => response)
    }),
  )
}

/** In a list a row can stand twice: the second is put over the first. */
function stampRows(
  keys: readonly string[],
  values: readonly object[],
  stored: readonly unknown[],
  tombstones: readonly (TombstoneRow | undefined)[],
): PutRow[] {
  const nowMs = Date.now()
  const latest = new Map<string, Stamped<object>>()
  return values.map((value, index) => {
    const key = keys[index] ?? ''
    const found = stored[index]
    const before = latest.get(key) ?? (isStamped(found) ? found : null)
    const tombstone = tombstones[index]
    const { row, changed } = stampedRow(value, before, tombstone?.updatedAt ?? null, nowMs)
    latest.set(key, row)
    return { key, row, before, isBuried: tombstone !== undefined, changed }
  })
}

/** `null` for what is and was not the person's. */
function changeOfPut(kind: KeptTable, { key, row, before }: PutRow): KeptChange | null {
  const { updatedAt } = row
  if (isPersons(kind, row)) return { kind, key, updatedAt, row }
  return before !== null && isPersons(kind, before) ? { kind, key, updatedAt, row: null } : null
}

/** Writes what goes with rows that are put. */
function settlePuts(followed: FollowedTable, rows: readonly PutRow[]): Promise<unknown> {
  const { kind } = followed
  const written = rows.filter(({ changed }) => changed)
  const dug = written.filter(({ row, isBuried }) => isBuried && isPersons(kind, row))
  return settle(
    followed,
    written.flatMap((row) => changeOfPut(kind, row) ?? []),
    dug.map(({ key }) => [kind, key]),
  )
}

/** Writes what goes with changes of the person's rows. */
function settle(
  { core, kind, trans, changes: followed }: FollowedTable,
  changes: readonly KeptChange[],
  unburied: [KeptTable, string][],
): Promise<unknown> {
  if (changes.length === 0) return Dexie.Promise.resolve()
  const tombstones: TombstoneRow[] = changes
    .filter(({ row }) => row === null)
    .map(({ key, updatedAt }) => ({ kind, key, updatedAt, deletedAt: updatedAt }))
  const mutations = [noteDown(core, trans, followed, changes)]
  if (tombstones.length > 0)
    mutations.push(mutateOrAbort(core, 'tombstones', { type: 'put', trans, values: tombstones }))
  if (unburied.length > 0)
    mutations.push(mutateOrAbort(core, 'tombstones', { type: 'delete', trans, keys: unburied }))
  return Dexie.Promise.all(mutations)
}
