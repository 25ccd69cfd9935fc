import Dexie, { type DBCoreTable, type DBCoreTransaction } from 'dexie'

/** `DBCoreRangeType.Range`, which Dexie declares and does not export. */
const rangeType = 2

/** So few are asked for one by one. */
export const fewKeys = 4
/** Of what a range holds, for each row that is asked for, at most so much is read in vain. */
const mostInVain = 1

/**
 * Rows by keys within a transaction, in the order of `keys`, `undefined` where there is none: as `rowsAt` of `many-rows.ts`, a level
 * lower, and without an `await`, for what runs inside a write. `keyOf` gives the text by which `keys` are told apart.
 */
export function coreRowsAt<Row>(
  table: DBCoreTable,
  trans: DBCoreTransaction,
  keys: readonly string[],
  { keyFor, keyOf }: { keyFor: (key: string) => unknown; keyOf: (row: Row) => string },
): Promise<(Row | undefined)[]> {
  const oneByOne = (): Promise<(Row | undefined)[]> => table.getMany({ trans, keys: keys.map(keyFor) })
  if (keys.length <= fewKeys) return oneByOne()
  const [lower, upper] = endsOf(keys)
  const range = { type: rangeType, lower: keyFor(lower), upper: keyFor(upper) }
  const query = { index: table.schema.primaryKey, range }
  return table.count({ trans, query }).then((count) => {
    if (count === 0) return Dexie.Promise.resolve(keys.map(() => undefined))
    if (count > (1 + mostInVain) * keys.length) return oneByOne()
    return table.query({ trans, query, values: true }).then(({ result }) => {
      const rows = new Map(result.map((row: Row) => [keyOf(row), row]))
      return keys.map((key) => rows.get(key))
    })
  })
}

function endsOf(keys: readonly string[]): [lower: string, upper: string] {
  let [lower = '', upper = ''] = [keys[0], keys[0]]
  for (const key of keys) {
    if (key < lower) lower = key
    if (key > upper) upper = key
  }
  return [lower, upper]
}
