import type { Table } from 'dexie'
import type { EpisodeId } from '../../shared/models/identity.ts'
import { database } from './database.ts'
import type { KeptTable } from './rows.ts'

// A row that is asked for by its key is a message to the browser process and one back, 20,000 rows and their tombstones are
// 40,000 of them; a range of rows is one. So what lies close together is read as a range, up to a limit that tells that it does
// not: counting first took a third as long as reading.

/** So few are asked for one by one. */
const fewKeys = 4
/** Of what a range holds, for each row that is asked for, at most so much is read in vain. */
const mostInVain = 1
/** Rows of a few dozen episodes, so that what was deleted of one is not read for another. */
const mostInRange = 4000

/** In the order of `keys`; `undefined` where there is none. */
export async function rowsAt<Row, Key extends string, Given>(
  table: Table<Row, Key, Given>,
  keys: readonly Key[],
): Promise<(Row | undefined)[]> {
  const keyOf = (row: Row): string => table.core.schema.primaryKey.extractKey?.(row)
  const [first, last] = ends(keys)
  if (keys.length <= fewKeys) return table.bulkGet([...keys])
  const most = mostFor(keys)
  const rows = await table
    .where(':id')
    .between(first, last, true, true)
    .limit(most + 1)
    .toArray()
  return rows.length > most ? table.bulkGet([...keys]) : inOrderOf(keys, rows, keyOf)
}

/** The `updatedAt` of what was deleted, in the order of `keys`; `undefined` where nothing was. */
export async function buriedAt(kind: KeptTable, keys: readonly string[]): Promise<(string | undefined)[]> {
  const { tombstones } = database
  const oneByOne = async (): Promise<(string | undefined)[]> => {
    const found = await tombstones.bulkGet(keys.map((key): [KeptTable, string] => [kind, key]))
    return found.map((tombstone) => tombstone?.updatedAt)
  }
  const [first, last] = ends(keys)
  if (keys.length <= fewKeys) return oneByOne()
  const most = mostFor(keys)
  const rows = await tombstones
    .where(':id')
    .between([kind, first], [kind, last], true, true)
    .limit(most + 1)
    .toArray()
  if (rows.length > most) return oneByOne()
  return inOrderOf(keys, rows, ({ key }) => key).map((tombstone) => tombstone?.updatedAt)
}

/** Rows that hang on episodes, by the episode. Of a table with an index over `episodeId`. */
export async function rowsOfEpisodes<Row extends { episodeId: EpisodeId }, Given>(
  table: Table<Row, string, Given>,
  ids: readonly EpisodeId[],
): Promise<Map<EpisodeId, Row[]>> {
  const [first, last] = ends(ids)
  const wanted = new Set(ids)
  const inRange = await table
    .where('episodeId')
    .between(first, last, true, true)
    .limit(mostInRange + 1)
    .toArray()
  const rows =
    inRange.length > mostInRange
      ? (await Promise.all(ids.map((id) => table.where('episodeId').equals(id).toArray()))).flat()
      : inRange.filter(({ episodeId }) => wanted.has(episodeId))
  return Map.groupBy(rows, ({ episodeId }) => episodeId)
}

/** What holds more is scattered. */
function mostFor(keys: readonly string[]): number {
  return (1 + mostInVain) * keys.length
}

/** As the database sorts them, which is by UTF-16 units as here. */
function ends(keys: readonly string[]): [first: string, last: string] {
  let [first = '', last = ''] = [keys[0], keys[0]]
  for (const key of keys) {
    if (key < first) first = key
    if (key > last) last = key
  }
  return [first, last]
}

function inOrderOf<Row>(
  keys: readonly string[],
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): (Row | undefined)[] {
  const byKey = new Map(rows.map((row) => [keyOf(row), row]))
  return keys.map((key) => byKey.get(key))
}
