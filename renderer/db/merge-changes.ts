import type { Table } from 'dexie'
import type { KeptChange } from '../../shared/kept/change.ts'
import { mergeInto } from '../../shared/kept/merge.ts'
import { understoodChange } from '../../shared/kept/rows.ts'
import { type Comparison, compareKind, type UsableChange } from './compare-changes.ts'
import { database } from './database.ts'
import { isKeptTable } from './kept-tables.ts'
import { makeRoomForRequests } from './merge-requests.ts'
import { placeWritten, tablesOfPlaces } from './place-notes.ts'
import type { KeptTable } from './rows.ts'
import { writeAsGiven } from './transaction-changes.ts'

export type Merged = {
  /** How many rows of a kind the database did not have at all. */
  missing: Map<KeptTable, number>
  /** And how many as they were earlier. */
  older: Map<KeptTable, number>
  /** How many it still had that were deleted. */
  deleted: number
  /** Of no use to this version. They stay where they came from. */
  notUnderstood: KeptChange[]
  /** What the database holds of the same rows and is later than what was given. */
  laterHere: KeptChange[]
}

export function nothingMerged(): Merged {
  return { missing: new Map(), older: new Map(), deleted: 0, notUnderstood: [], laterHere: [] }
}

/** A record takes about a third of a millisecond to write, and whatever else writes has to wait for it. */
const mostRows = 250
const mostCharacters = 2_000_000

/** A row as it was written, and what was there before. */
export type Taken = { kind: KeptTable; before: KeptChange | null; after: KeptChange }

/** What is to be done in each transaction beside the merging. */
export type MergeBeside = {
  tables: readonly Table[]
  write: (taken: readonly Taken[]) => Promise<void>
}

/**
 * Brings the database up to what the second home or an archive holds: of each row what was changed last is right, so that it can
 * be done in any order, and again after it was broken off. What it did is added to `merged`, transaction by transaction.
 * Settings are passed over: they are the main process's.
 */
export async function mergeChanges(
  changes: Iterable<KeptChange>,
  merged: Merged,
  beside: MergeBeside | null = null,
): Promise<void> {
  const latest = new Map<string, KeptChange>()
  mergeInto(latest, changes)
  for (const batch of batchesOf(latest.values())) {
    // An archive is imported for what is not here; the second home is read for what should be.
    const left = beside === null ? await lackingOf(batch, merged) : batch
    if (left.size > 0) add(merged, await mergeBatch(left, beside))
  }
}

/**
 * What the database lacks of a batch; of the rest it is added to `merged` how it stands. Only reads: a transaction that writes
 * nothing in the end would still have a key stroke wait for it.
 */
async function lackingOf(batch: Batch, merged: Merged): Promise<Batch> {
  const lacking: Batch = new Map()
  const tables = [...batch.keys()].map((kind) => database.table(kind))
  const compared = await database.transaction('r', [...tables, database.tombstones], () =>
    Promise.all(Array.from(batch, ([kind, given]) => compareKind(kind, given))),
  )
  for (const comparison of compared.flat()) {
    if (comparison.verdict !== 'take') note(comparison, merged)
    else addTo(lacking, comparison.kind, comparison.change)
  }
  return lacking
}

function note({ verdict, here, change }: Comparison, merged: Merged): void {
  if (verdict === 'later-here' && here !== null) merged.laterHere.push(here)
  if (verdict === 'not-understood') merged.notUnderstood.push(change)
}

function add(merged: Merged, done: Merged): void {
  addCounts(merged.missing, done.missing)
  addCounts(merged.older, done.older)
  merged.deleted += done.deleted
  merged.notUnderstood.push(...done.notUnderstood)
  merged.laterHere.push(...done.laterHere)
}

type Batch = Map<KeptTable, KeptChange[]>

function* batchesOf(changes: Iterable<KeptChange>): Generator<Batch> {
  let batch: Batch = new Map()
  let [rows, characters] = [0, 0]
  for (const change of changes) {
    const { kind, row } = change
    if (!isKeptTable(kind)) continue
    addTo(batch, kind, change)
    rows += 1
    characters += JSON.stringify(row).length
    if (rows < mostRows && characters < mostCharacters) continue
    yield batch
    batch = new Map()
    rows = characters = 0
  }
  if (rows > 0) yield batch
}

function addTo(batch: Batch, kind: KeptTable, change: KeptChange): void {
  const ofKind = batch.get(kind) ?? []
  batch.set(kind, ofKind)
  ofKind.push(change)
}

/** What merging rows of these kinds writes and reads. */
export function tablesToMerge(kinds: Iterable<KeptTable>): Table[] {
  const tables = new Map([...kinds].map((kind) => [kind, database.table(kind)]))
  return tables.has('annotations') ? [...tables.values(), ...tablesOfPlaces()] : [...tables.values()]
}

/** Notes that came are placed in the episode as it is here. */
async function placeTaken(taken: readonly Taken[]): Promise<void> {
  const notes = taken.flatMap(({ kind, after }) => {
    const told = kind === 'annotations' ? understoodChange(after) : null
    return told?.kind === 'annotations' && told.row !== null ? [told.row] : []
  })
  if (notes.length > 0) await placeWritten(notes, new Date().toISOString())
}

/** Counted apart from what was merged before, since a transaction can fail. */
async function mergeBatch(batch: Batch, beside: MergeBeside | null): Promise<Merged> {
  const { unsent, tombstones } = database
  const tables = tablesToMerge(batch.keys())
  return database.transaction('rw', [...tables, unsent, tombstones, ...(beside?.tables ?? [])], async () => {
    writeAsGiven()
    const merged = nothingMerged()
    const taken: Taken[] = []
    const writing: Promise<unknown>[] = []
    for (const [kind, given] of batch) taken.push(...(await mergeKind(kind, given, merged, writing)))
    // All at once: the database would be idle between one and the next.
    await Promise.all([...writing, placeTaken(taken), beside?.write(taken)])
    return merged
  })
}

/** What is to be written of one kind. */
type Writes = { put: object[]; leaving: string[]; buried: KeptChange[]; dug: string[] }

/** What it begins to write is added to `writing`. */
async function mergeKind(
  kind: KeptTable,
  given: readonly KeptChange[],
  merged: Merged,
  writing: Promise<unknown>[],
): Promise<Taken[]> {
  const writes: Writes = { put: [], leaving: [], buried: [], dug: [] }
  const taken: Taken[] = []
  for (const comparison of await compareKind(kind, given)) {
    note(comparison, merged)
    if (comparison.verdict !== 'take') continue
    const { change, here } = comparison
    takeIn(change, here, writes)
    countIn(change, here, kind, merged)
    taken.push({ kind, before: here, after: change })
  }
  if (kind === 'requests') return withLeft(taken, await writeRequests(writes))
  const table = database.table<object, string>(kind)
  const written = Promise.all([...removals(kind, writes), table.bulkPut(writes.put)])
  // Whoever waits for all of them hears of it; until then another one may fail first.
  written.catch(() => undefined)
  writing.push(written)
  return taken
}

/**
 * Requests that made room are gone, whether they came or were here. They stand last: whoever takes all back makes room for them
 * first.
 */
function withLeft(taken: readonly Taken[], left: readonly Taken[]): Taken[] {
  const before = new Map(taken.map((each) => [each.after.key, each.before]))
  const leaving = new Set(left.map(({ after }) => after.key))
  return [
    ...taken.filter(({ after }) => !leaving.has(after.key)),
    ...left.map((each) => {
      const here = before.get(each.after.key)
      return here === undefined ? each : { ...each, before: here }
    }),
  ]
}

function takeIn(change: UsableChange, here: KeptChange | null, { put, leaving, buried, dug }: Writes): void {
  const { key, row } = change
  if (row !== null) {
    put.push(row)
    if (here?.row === null) dug.push(key)
  } else {
    buried.push(change)
    // Else nothing is there, or audio that is not the person's.
    if (here !== null && here.row !== null) leaving.push(key)
  }
}

function countIn({ row }: UsableChange, here: KeptChange | null, kind: KeptTable, merged: Merged): void {
  if (row === null) merged.deleted += here === null ? 0 : 1
  else if (!('deletedAt' in row) || row.deletedAt === null) {
    addCounts(here === null ? merged.missing : merged.older, new Map([[kind, 1]]))
  }
}

/** Gives those that had to go for others. */
async function writeRequests(writes: Writes): Promise<Taken[]> {
  const kind = 'requests'
  await Promise.all(removals(kind, writes))
  const room = await makeRoomForRequests(writes.put)
  await database.table<object, string>(kind).bulkPut(room.put)
  return room.left.map((each) => ({ kind, ...each }))
}

function removals(kind: KeptTable, { leaving, buried, dug }: Writes): Promise<unknown>[] {
  const { tombstones } = database
  return [
    database.table<object, string>(kind).bulkDelete(leaving),
    tombstones.bulkPut(buried.map(({ key, updatedAt }) => ({ kind, key, updatedAt, deletedAt: updatedAt }))),
    tombstones.bulkDelete(dug.map((key): [KeptTable, string] => [kind, key])),
  ]
}

function addCounts(sum: Map<KeptTable, number>, more: ReadonlyMap<KeptTable, number>): void {
  for (const [kind, count] of more) sum.set(kind, (sum.get(kind) ?? 0) + count)
}
