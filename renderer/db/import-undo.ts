import { rowName } from '../../shared/kept/merge.ts'
import type { EpisodeId } from '../../shared/models/identity.ts'
import { effectOf } from './compare-changes.ts'
import { database } from './database.ts'
import { takeOutEpisodes } from './import-episodes.ts'
import { keptTables } from './kept-tables.ts'
import { type Taken, tablesToMerge } from './merge-changes.ts'
import type { ImportUndoRow } from './rows.ts'
import { isStamped } from './stamp-row.ts'
import { type RowWish, turnBack } from './turn-back.ts'

/** Keeps what is needed to take rows back, in the transaction that wrote them. */
export async function keepForUndo(taken: readonly Taken[]): Promise<void> {
  const rows = taken.map(({ kind, before, after }) => ({
    kind,
    key: after.key,
    before: isStamped(before?.row) ? before.row : null,
    writtenAt: after.updatedAt,
  }))
  await database.importUndo.add({ rows, episodes: [] })
}

export async function keepEpisodesForUndo(episodes: EpisodeId[]): Promise<void> {
  await database.importUndo.add({ rows: [], episodes })
}

/** `rows`: those of which a person sees that they are as before. */
export type TakenBack = { rows: number; changedSince: number }

/**
 * Takes back the rows that the last import wrote, latest first, transaction by transaction: broken off, it goes on from
 * there when it is begun again. Each is as it was before, which is a change like any other, later than the import; one that
 * was changed since stays as it is. `show` is told how much is done, from 0 to 1.
 */
export async function takeBackRows(show: (done: number) => void): Promise<TakenBack> {
  const numbers = (await database.importUndo.toCollection().primaryKeys()).reverse()
  const stamps: TakenStamps = new Map()
  let changedSince = 0
  for (const [index, number] of numbers.entries()) {
    changedSince += await takeBack(number, stamps)
    show((index + 1) / numbers.length)
  }
  return { rows: [...stamps.values()].filter(({ isSeen }) => isSeen).length, changedSince }
}

/** Of rows that were taken back so far: the `updatedAt` each had before the import wrote it, the one it has now, and whether a person sees that. */
type TakenStamps = Map<string, { before: string | null; now: string; isSeen: boolean }>

/** Then the episodes that came with them. */
export async function takeBackEpisodes(): Promise<void> {
  const entries = await database.importUndo.toArray()
  await takeOutEpisodes(entries.flatMap(({ episodes }) => episodes))
}

/** Gives how many rows were changed since. */
async function takeBack(number: number, stamps: TakenStamps): Promise<number> {
  const { importUndo, unsent, tombstones } = database
  const tables = tablesToMerge(keptTables)
  return database.transaction('rw', [...tables, unsent, tombstones, importUndo], async () => {
    const entry = await importUndo.get(number)
    if (entry === undefined || entry.rows.length === 0) return 0
    const wishes = entry.rows.map((row) => wishOf(row, stamps))
    const turned = new Map((await turnBack(wishes)).map((row) => [rowName(row.after), row]))
    await importUndo.delete(number)
    for (const row of entry.rows) {
      const [name, now] = [rowName(row), turned.get(rowName(row))]
      if (now === undefined) continue
      const isSeen = stamps.get(name)?.isSeen === true || effectOf(now.before, now.after) !== null
      stamps.set(name, { before: stampOf(row.before), now: now.after.updatedAt, isSeen })
    }
    return entry.rows.filter((row) => !turned.has(rowName(row))).length
  })
}

/** What the import wrote twice is, once that is taken back, as the import wrote it first, but for the stamp. */
function wishOf(
  { kind, key, before, writtenAt }: ImportUndoRow['rows'][number],
  stamps: TakenStamps,
): RowWish {
  const later = stamps.get(rowName({ kind, key }))
  return { kind, key, row: before, ifUpdatedAt: later?.before === writtenAt ? later.now : writtenAt }
}

function stampOf(row: object | null): string | null {
  return isStamped(row) ? row.updatedAt : null
}
