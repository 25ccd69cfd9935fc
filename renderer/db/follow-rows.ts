import { cmp, type IndexableType, RangeSet, type Table } from 'dexie'
import { onCommit } from './on-commit.ts'

type FollowedRows<Row, Key> = {
  /**
   * Reads the rows that changed since the last time, a few at a time; at the first time, all of them. `apply` gets
   * `undefined` for one that is gone, and is not called before `ready` has come.
   */
  catchUp: (apply: (key: Key, row: Row | undefined) => void, ready?: Promise<void>) => Promise<void>
  /** Calls back when there is something to catch up with. Returns how to stop. */
  onChange: (hear: () => void) => () => void
  /** Whether very many were written at once since the last time. */
  areManyBehind: () => boolean
}

/** Of a commit. More than a few are not told one by one. */
const many = 50

function areMany(ranges: readonly { from: unknown; to: unknown }[]): boolean {
  return ranges.length >= many || ranges.some(({ from, to }) => cmp(from, to) !== 0)
}

/** Follows a table by its keys, so that a change of one row costs the reading of one row. */
export function followRows<Row, Key extends IndexableType, Insert>(
  table: Table<Row, Key, Insert>,
  rowsAtOnce: number,
  readRows: (keys: Key[]) => Promise<(Row | undefined)[]> = (keys) => table.bulkGet(keys),
  /** Where nothing is on the screen yet, all of them at once are there sooner. */
  readsAllAtFirst = false,
): FollowedRows<Row, Key> {
  const listeners = new Set<() => void>()
  /** Those that were there when they were last read, by their text. */
  const known = new Map<string, Key>()
  let isAtFirst = true
  // What lies below and above every key, as Dexie has it.
  let behind = new RangeSet(Number.NEGATIVE_INFINITY, [[]])
  let areManyBehind = false

  onCommit(table.name, (changed) => {
    behind.add(changed)
    areManyBehind ||= areMany([...new RangeSet().add(changed)])
    for (const hear of listeners) hear()
  })

  async function catchUp(
    apply: (key: Key, row: Row | undefined) => void,
    ready: Promise<void> = Promise.resolve(),
  ): Promise<void> {
    const taken = behind
    behind = new RangeSet()
    areManyBehind = false
    try {
      if (readsAllAtFirst && isAtFirst) await readAll(apply, ready)
      else {
        await ready
        await readChanged(taken, apply)
      }
      isAtFirst = false
    } catch (error) {
      behind.add(taken)
      throw error
    }
  }

  async function readAll(
    apply: (key: Key, row: Row | undefined) => void,
    ready: Promise<void>,
  ): Promise<void> {
    const [rows] = await Promise.all([table.toArray(), ready])
    for (const row of rows) {
      const key = table.core.schema.primaryKey.extractKey?.(row) as Key
      known.set(JSON.stringify(key), key)
      apply(key, row)
    }
  }

  async function readChanged(
    taken: RangeSet,
    apply: (key: Key, row: Row | undefined) => void,
  ): Promise<void> {
    const keys = await keysIn(taken)
    for (let at = 0; at < keys.length; at += rowsAtOnce) {
      const some = keys.slice(at, at + rowsAtOnce)
      const rows = await readRows(some)
      some.forEach((key, index) => {
        const row = rows[index]
        if (row === undefined) known.delete(JSON.stringify(key))
        else known.set(JSON.stringify(key), key)
        apply(key, row)
      })
    }
  }

  /** Of rows that are there, and of those that were. */
  async function keysIn(ranges: RangeSet): Promise<Key[]> {
    const keys = new Map<string, Key>()
    for (const { from, to } of ranges) {
      if (cmp(from, to) === 0) {
        // The table's own keys alone are told of it.
        keys.set(JSON.stringify(from), from as Key)
        continue
      }
      for (const [text, key] of known) {
        if (cmp(key, from) >= 0 && cmp(key, to) <= 0) keys.set(text, key)
      }
      for (const key of await table.where(':id').between(from, to, true, true).primaryKeys()) {
        keys.set(JSON.stringify(key), key)
      }
    }
    return [...keys.values()]
  }

  return {
    catchUp,
    onChange: (hear) => {
      listeners.add(hear)
      return () => listeners.delete(hear)
    },
    areManyBehind: () => areManyBehind,
  }
}
